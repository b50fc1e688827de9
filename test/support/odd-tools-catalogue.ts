import { type JsonSchema, outputSchema, type WireTool, wireTool, type WireToolkit } from './odd-tools.js';

/** How large a generated catalogue is. The same numbers give the same catalogue, on every machine. */
export interface CatalogueSize {
  toolkits: number;
  toolsPerToolkit: number;
  seed: number;
}

type Draw = (below: number) => number;

const TOOLKITS = 'acorn,beacon,cobalt,drift,ember,fable,glacier,harbor,indigo,jetty,kestrel,lumen'.split(',');
const VERBS = 'CREATE,GET,LIST,UPDATE,DELETE,SEARCH,ARCHIVE,SHARE,EXPORT,ASSIGN,COPY,RESTORE'.split(',');
const NOUNS =
  'ISSUE,MESSAGE,FILE,FOLDER,CONTACT,DEAL,INVOICE,EVENT,CALENDAR,PAGE,TABLE,ROW,COMMENT,LABEL,TEAM,MEMBER,PROJECT,TASK,REPORT,TICKET,ORDER,PAYMENT,REPOSITORY,BRANCH,CHANNEL,THREAD,FORM,CAMPAIGN,WEBHOOK,TEMPLATE'.split(
    ',',
  );
const QUALIFIERS = ',_BY_ID,_IN_BATCH,_FOR_USER,_FROM_TEMPLATE,_WITH_DETAILS,_IN_FOLDER,_BY_NAME'.split(',');
const READING = new Set(['GET', 'LIST', 'SEARCH', 'EXPORT']);
const DETAILS = [
  'Obtain the value from a listing tool first; a made-up one is answered with an error.',
  'Leave it out to use what the account has set as its standard.',
  'Only members with the right to edit may change this, and the change is seen by all at once.',
  'Upper and lower case are told apart, and white space at both ends is removed.',
  'Large values slow the answer down, so ask for no more than is needed.',
];

/**
 * A catalogue of plausible tools in Composio's wire shape, about 2.5 KB of JSON each: toolkit by toolkit, sorted by
 * slug within each as Composio lists them. Every slug is unique and at most 64 characters.
 */
export function generateCatalogue({ toolkits, toolsPerToolkit, seed }: Readonly<CatalogueSize>): WireTool[] {
  return Array.from({ length: toolkits }, (_, index) => {
    const draw = seededDraw(seed + index * 7919);
    const toolkit = toolkitAt(index);
    return Array.from({ length: toolsPerToolkit }, (_, number) => toolAt(toolkit, number, draw)).toSorted(
      (a, b) => (a.slug < b.slug ? -1 : 1),
    );
  }).flat();
}

function toolkitAt(index: number): WireToolkit {
  const round = Math.floor(index / TOOLKITS.length);
  const slug = `${TOOLKITS[index % TOOLKITS.length]}${round === 0 ? '' : round + 1}`;
  return { slug, name: slug, logo: `https://logos.example/${slug}` };
}

function toolAt(toolkit: WireToolkit, number: number, draw: Draw): WireTool {
  // Counting through verbs first, then nouns, then qualifiers makes every combination once before any repeats.
  const verb = VERBS[number % VERBS.length] ?? '';
  const noun = NOUNS[Math.floor(number / VERBS.length) % NOUNS.length] ?? '';
  const round = Math.floor(number / (VERBS.length * NOUNS.length));
  const qualifier = QUALIFIERS[round] ?? `_V${round}`;
  const words = `${verb}_${noun}${qualifier}`.toLowerCase().replaceAll('_', ' ');
  const isReading = READING.has(verb);
  return wireTool({
    slug: `${toolkit.slug.toUpperCase()}_${verb}_${noun}${qualifier}`,
    name: words,
    description: `Tool to ${words} in ${toolkit.name}. Use when the user asks for it by name. ${detail(draw)}`,
    toolkit,
    input_parameters: inputSchema(noun.toLowerCase(), draw),
    output_parameters: outputSchema(answerSchema(noun.toLowerCase(), draw)),
    scopes: [`${noun.toLowerCase()}.${isReading ? 'read' : 'write'}`],
    tags: [
      ...(isReading ? ['readOnlyHint'] : []),
      ...(verb === 'DELETE' ? ['destructiveHint'] : []),
      ...(draw(6) === 0 ? ['important'] : []),
    ],
  });
}

function inputSchema(noun: string, draw: Draw): JsonSchema {
  const kinds = [
    `${noun}_id`,
    'query',
    'limit',
    'order',
    'include_archived',
    'fields',
    'filter',
    'due_at',
    'assignees',
    'note',
  ];
  const first = draw(3);
  const names = kinds.slice(first, first + 2 + draw(6));
  const required = names.filter((name) => name === `${noun}_id` || name === 'query');
  return {
    type: 'object',
    title: `${noun}Request`,
    properties: Object.fromEntries(names.map((name) => [name, property(name, noun, draw)])),
    ...(required.length > 0 ? { required } : {}),
  };
}

function property(name: string, noun: string, draw: Draw): JsonSchema {
  const title = name.replaceAll('_', ' ');
  const said = { title, description: `The ${title} of the ${noun}. ${detail(draw)}` };
  switch (name) {
    case 'limit':
      return { ...said, type: 'integer', default: 20, minimum: 1, maximum: 100, examples: [10, 50] };
    case 'order':
      return { ...said, type: 'string', enum: ['newest', 'oldest', 'name'], default: 'newest' };
    case 'include_archived':
      return { ...said, type: 'boolean', default: false };
    case 'fields':
      return { ...said, type: 'array', items: { type: 'string' }, examples: [['id', 'name']] };
    case 'due_at':
      return { ...said, type: 'string', format: 'date-time', nullable: true, default: null };
    case 'filter':
      return {
        ...said,
        type: 'object',
        properties: { state: { type: 'string', enum: ['open', 'closed'] }, owner: { type: 'string' } },
      };
    case 'assignees':
      return {
        ...said,
        type: 'array',
        items: {
          type: 'object',
          properties: { email: { type: 'string', format: 'email' } },
          required: ['email'],
        },
      };
    default:
      return { ...said, type: 'string', examples: [`${noun}_${draw(9000) + 1000}`] };
  }
}

function answerSchema(noun: string, draw: Draw): JsonSchema {
  const names = ['id', 'name', 'url', 'created_at', 'owner'].slice(0, 2 + draw(4));
  return {
    type: 'object',
    properties: Object.fromEntries(
      names.map((name) => [name, { type: 'string', title: name, description: `The ${name} of the ${noun}` }]),
    ),
  };
}

function detail(draw: Draw): string {
  return DETAILS[draw(DETAILS.length)] ?? '';
}

/** A linear congruential generator (Knuth's MMIX constants, upper bits only): few lines, the same everywhere. */
function seededDraw(seed: number): Draw {
  let state = BigInt.asUintN(64, BigInt(seed));
  return (below) => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    return Number((state >> 33n) % BigInt(below));
  };
}
