import { spend } from './bounded.js';
import { isNever, type JsonSchema, NEVER, typesOf } from './json-schema.js';
import { mergeSchemas } from './merge-schemas.js';
import type { RepairedSchema } from './repair-schema.js';

/** One way to satisfy a schema: without references and combinations at its top, and of one type if of any. */
export interface Alternative {
  readonly schema: JsonSchema;
  /** The references that led here: one that comes up again below goes round in a circle. */
  readonly references: ReadonlySet<string>;
}

/** What splitting up a schema needs to know and to tell. */
export interface Splitting {
  readonly root: RepairedSchema;
  /** Called with each keyword that could not be kept, and what that does to the schema. */
  readonly lost: (keyword: string, effect: 'wider' | 'narrower', reason: string) => void;
  /** Called for each part; false once there are too many. */
  readonly spend: () => boolean;
}

/** So many alternatives are told apart; a product of unions could have thousands. */
const MOST_ALTERNATIVES = 24;

const COMBINING = new Set(['$ref', 'allOf', 'anyOf', 'oneOf']);

/**
 * All ways to satisfy a schema: references followed, `allOf` merged, `anyOf`, `oneOf` and lists of types split up.
 * @param references those that led to this schema; a circle is cut to whatever is accepted there
 */
export function alternativesOf(
  schema: JsonSchema,
  references: ReadonlySet<string>,
  splitting: Splitting,
): Alternative[] {
  if (!splitting.spend()) {
    splitting.lost('anyOf', 'wider', 'the schema is too large to be described');
    return [{ schema: {}, references }];
  }
  const own = Object.fromEntries(Object.entries(schema).filter(([keyword]) => !COMBINING.has(keyword)));
  const partsOf = (keyword: string) => (schema[keyword] ?? []) as JsonSchema[];
  const split = (part: JsonSchema) => alternativesOf(part, references, splitting);
  const groups = [...partsOf('allOf').map(split), [{ schema: own, references }]];
  if ('$ref' in schema) groups.unshift(followed(schema.$ref as string, references, splitting));
  if ('anyOf' in schema) groups.push(partsOf('anyOf').flatMap(split));
  if ('oneOf' in schema) {
    const branches = partsOf('oneOf').flatMap(split);
    if (!areDisjoint(branches))
      splitting.lost('oneOf', 'wider', 'more than one of the alternatives may fit at once');
    groups.push(branches);
  }
  return byType(groups.reduce((a, b) => product(a, b, splitting)));
}

function followed(reference: string, references: ReadonlySet<string>, splitting: Splitting): Alternative[] {
  const target = splitting.root.$defs?.[reference.replace('#/$defs/', '')] ?? {};
  if (!references.has(reference))
    return alternativesOf(target, together(references, new Set([reference])), splitting);
  splitting.lost('$ref', 'wider', 'the schema refers to itself: it is described once');
  return byType([{ schema: target.type === undefined ? {} : { type: target.type }, references }]);
}

function product(a: readonly Alternative[], b: readonly Alternative[], { lost }: Splitting): Alternative[] {
  const conflict = (keyword: string) =>
    lost(keyword, 'wider', 'two different ones apply, of which one is kept');
  const pairs = a.flatMap((x) =>
    b.map((y) => ({
      schema: mergeSchemas(x.schema, y.schema, conflict),
      references: together(x.references, y.references),
    })),
  );
  const possible = pairs.filter(({ schema }) => !isNever(schema));
  if (possible.length > MOST_ALTERNATIVES) lost('anyOf', 'narrower', 'there are too many alternatives');
  return possible.length === 0
    ? [{ schema: NEVER, references: new Set() }]
    : possible.slice(0, MOST_ALTERNATIVES);
}

function together(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  if (a === b) return a;
  spend(a.size + b.size);
  return new Set([...a, ...b]);
}

function byType(alternatives: readonly Alternative[]): Alternative[] {
  return alternatives.flatMap(({ schema, references }) => {
    const types = typesOf(schema);
    if (!types || types.length < 2) return [{ schema, references }];
    return types.map((type) => ({ schema: { ...schema, type }, references }));
  });
}

function areDisjoint(alternatives: readonly Alternative[]): boolean {
  const types = alternatives.map(({ schema }) => schema.type as string | undefined);
  const distinct = new Set(types.map((type) => (type === 'integer' ? 'number' : type)));
  return distinct.size === alternatives.length && !distinct.has(undefined);
}
