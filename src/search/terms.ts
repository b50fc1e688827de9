/** Letters and digits, with marks inside a word: `to-do`, `don't`. */
const WORD = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu;
const BEYOND_ASCII = /[^\0-\u007f]/;
const VOWEL = /[aeiouy]/;

const STOP_WORDS = new Set(
  (
    'a about actually all also am an and any anything are as at be been before being but by can cannot ' +
    'cant come could did do does doing done dont else etc every everybody everyone everything for from ' +
    'go going gone had has have having he hello her hers hey hi him his how i id if ill im in instead ' +
    'into is isnt it its ive just know like little lot many may maybe me might mine more most much must ' +
    'my need no not of off oh ok okay on once one only or other our ours over own please quickly quite ' +
    'rather really said same say saying shall she should so some somebody somehow someone something ' +
    'such than thank thanks that thats the their them then there these they thing this those to too ' +
    'under until up upon us use using very via want wants was way we well were what whats when where ' +
    'which while who whom whose why will wish with within without wont would yes yet you your yours'
  ).split(' '),
);

const IRREGULAR = new Map(
  Object.entries({
    bought: 'buy',
    found: 'find',
    gave: 'give',
    given: 'give',
    got: 'get',
    kept: 'keep',
    made: 'make',
    met: 'meet',
    paid: 'pay',
    people: 'person',
    sent: 'send',
    shown: 'show',
    taken: 'take',
    told: 'tell',
    took: 'take',
    written: 'write',
    wrote: 'write',
  }),
);

/** Look like a plural or a verb form, and are none. */
const COMPLETE = new Set(['building', 'news', 'setting', 'settings', 'string', 'strings']);

/**
 * The words of a text in the order given, in lower case and without accents. Of a word with hyphens its parts are given,
 * then the whole written as one: `to-do` is looked for as `todo`, too.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const match of plain(text).match(WORD) ?? []) {
    const word = match.includes("'") || match.includes('’') ? match.replace(/['’]s?/g, '') : match;
    if (!word.includes('-')) words.push(word);
    else words.push(...word.split('-'), word.replaceAll('-', ''));
  }
  return words;
}

/** Whether a word says nothing of what is wanted. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word) || /^(?:[a-z]|\d+)$/.test(word);
}

/** What a word has in common with its plural and its verb forms: `replies`, `replied` and `replying` are one. */
export function stem(word: string): string {
  const regular = IRREGULAR.get(word) ?? word;
  if (regular.length < 4 || COMPLETE.has(regular)) return regular;
  const singular = withoutPlural(regular);
  const base = COMPLETE.has(singular) ? singular : withoutVerbForm(singular);
  return base.length > 3 && base.endsWith('e') ? base.slice(0, -1) : base;
}

function withoutPlural(word: string): string {
  if (!word.endsWith('s') || word.length < 4 || /(?:ss|us|.{3}is)$/.test(word)) return word;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(?:[sxz]|ch|sh)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

function withoutVerbForm(word: string): string {
  if (word.length > 4 && word.endsWith('ied')) return `${word.slice(0, -3)}y`;
  const ending = word.endsWith('ing') ? 3 : word.endsWith('ed') && !word.endsWith('eed') ? 2 : 0;
  const base = word.slice(0, word.length - ending);
  if (ending === 0 || base.length < 3 || !VOWEL.test(base)) return word;
  return /([^aeiouylsz])\1$/.test(base) ? base.slice(0, -1) : base;
}

function plain(text: string): string {
  const lower = text.toLowerCase();
  return BEYOND_ASCII.test(lower) ? lower.normalize('NFKD').replace(/\p{M}/gu, '') : lower;
}
