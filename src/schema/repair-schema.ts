import { spend } from './bounded.js';
import { isObject, isShallow, type JsonSchema, NEVER, TYPES, type TypeName } from './json-schema.js';
import { pointerTarget } from './json-pointer.js';

/** A schema in which every keyword means what JSON Schema 2020-12 says. */
export interface RepairedSchema extends JsonSchema {
  /** What its references point at: each is `#/$defs/<name>`, and each name is here. */
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

/**
 * Where a repaired schema keeps the names that were required but declared nowhere: nobody can know them, and Composio does not
 * insist on them.
 */
export const UNDECLARED = 'x-undeclared';

/**
 * Makes a well-formed JSON Schema 2020-12 out of whatever stands for a schema upstream. Keywords that are none are left out
 * (`required: null`, patterns that do not compile), and so are required names that are not declared; OpenAPI 3.0's `nullable` and
 * older drafts' tuples are translated; a reference to something that is not there, or elsewhere, accepts anything.
 * @throws RangeError for a schema of more levels than anybody writes; to be called within `bounded`
 */
export function repairSchema(source: unknown): RepairedSchema {
  const repair = new Repair(source);
  const root = repair.schema(source);
  const $defs = repair.definitions();
  return Object.keys($defs).length === 0 ? root : { ...root, $defs };
}

/** Found out where they are asked for: few schemas require what they do not declare themselves. */
type Declared = () => ReadonlySet<string>;

const SCHEMAS = ['not', 'if', 'then', 'else', 'contains', 'propertyNames'];
const SCHEMAS_OR_FALSE = ['additionalProperties', 'unevaluatedProperties', 'unevaluatedItems'];
const COMBINATIONS = ['allOf', 'anyOf', 'oneOf'];
const SCHEMA_MAPS = ['properties', 'patternProperties', 'dependentSchemas'];
const NUMBERS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'];
const COUNTS = [
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'minContains',
  'maxContains',
];
/** More levels take Ajv seconds, and then the stack. */
const MOST_LEVELS = 200;
/** Ajv compiles long lists of them slowly. */
const STEPS_PER_DEPENDENT = 20;
/** No call has a value of more levels. */
const MOST_LEVELS_OF_A_VALUE = 64;
const TEXTS = ['description', 'format'];

class Repair {
  /** By what they point at: a reference can be spelled in many ways. */
  private readonly names = new Map<unknown, string>();
  private levels = 0;

  constructor(private readonly root: unknown) {}

  definitions(): Record<string, JsonSchema> {
    const $defs: Record<string, JsonSchema> = {};
    // Repairing one may find others, which join at the end.
    for (const [target, name] of this.names) $defs[name] = this.schema(target);
    return $defs;
  }

  /** @param around the property names that the schemas combined with this one declare; its own are among them */
  schema(source: unknown, around?: Declared): JsonSchema {
    spend(1);
    if (source === false) return NEVER;
    if (!isObject(source)) return {};
    if (this.levels === MOST_LEVELS) throw new RangeError('The schema has too many levels.');
    this.levels += 1;
    const repaired = this.keywords(source, around ?? once(() => this.declaredBy(source)));
    this.levels -= 1;
    return repaired;
  }

  private keywords(source: JsonSchema, declared: Declared): JsonSchema {
    const members: [string, unknown][] = [];
    const keep = (keyword: string, value: unknown) => value !== undefined && members.push([keyword, value]);
    for (const keyword of TEXTS) keep(keyword, text(source[keyword]));
    keep('type', types(source.type));
    keep('enum', Array.isArray(source.enum) && source.enum.length > 0 ? value(source.enum) : undefined);
    for (const keyword of ['const', 'default', 'file_uploadable']) keep(keyword, value(source[keyword]));
    for (const keyword of NUMBERS) keep(keyword, finite(source[keyword]));
    for (const keyword of COUNTS) keep(keyword, count(source[keyword]));
    keep('multipleOf', (finite(source.multipleOf) ?? 0) > 0 ? source.multipleOf : undefined);
    keep('uniqueItems', source.uniqueItems === true ? true : undefined);
    keep(
      'pattern',
      typeof source.pattern === 'string' && compiles(source.pattern) ? source.pattern : undefined,
    );
    this.required(source, declared, keep);
    keep(
      'dependentRequired',
      isObject(source.dependentRequired) ? stringLists(source.dependentRequired) : undefined,
    );
    for (const keyword of SCHEMAS) if (keyword in source) keep(keyword, this.schema(source[keyword]));
    for (const keyword of SCHEMAS_OR_FALSE) keep(keyword, this.schemaOrFalse(source[keyword]));
    for (const keyword of COMBINATIONS) keep(keyword, this.list(source[keyword], declared));
    keep('prefixItems', this.list(source.prefixItems));
    for (const keyword of SCHEMA_MAPS)
      keep(keyword, this.map(source[keyword], keyword === 'patternProperties'));
    keep('$ref', this.reference(source.$ref));
    return nullable(source, exclusiveBounds(source, this.items(source, Object.fromEntries(members))));
  }

  private schemaOrFalse(source: unknown): JsonSchema | false | undefined {
    if (source === false) return false;
    return isObject(source) ? this.schema(source) : undefined;
  }

  private list(source: unknown, around?: Declared): JsonSchema[] | undefined {
    return Array.isArray(source) && source.length > 0
      ? source.map((entry) => this.schema(entry, around))
      : undefined;
  }

  private required(
    source: JsonSchema,
    declared: Declared,
    keep: (keyword: string, value: unknown) => void,
  ): void {
    if (!Array.isArray(source.required)) return;
    const names = strings(source.required);
    const open = isObject(source.additionalProperties) || isObject(source.patternProperties);
    keep('required', open ? names : names.filter((name) => declared().has(name)));
    const undeclared = open ? [] : names.filter((name) => !declared().has(name));
    if (undeclared.length > 0) keep(UNDECLARED, undeclared);
  }

  /** The property names that a schema declares, with those it is combined with. */
  private declaredBy(source: JsonSchema): ReadonlySet<string> {
    const names = new Set<string>();
    const parts = new Set<unknown>([source]);
    for (const part of parts) {
      if (!isObject(part)) continue;
      if (isObject(part.properties)) for (const name of Object.keys(part.properties)) names.add(name);
      if (typeof part.$ref === 'string') parts.add(pointerTarget(this.root, part.$ref));
      for (const keyword of COMBINATIONS)
        if (Array.isArray(part[keyword])) for (const branch of part[keyword]) parts.add(branch);
    }
    return names;
  }

  private map(source: unknown, byPattern: boolean): Record<string, JsonSchema> | undefined {
    if (!isObject(source)) return undefined;
    // No client passes a property of that name on.
    const usable = Object.entries(source).filter(([name]) => name !== '__proto__');
    const entries = usable.filter(([name]) => !byPattern || compiles(name));
    return Object.fromEntries(entries.map(([name, entry]) => [name, this.schema(entry)]));
  }

  /** An array-valued `items` is the tuple of older drafts. */
  private items(source: JsonSchema, repaired: JsonSchema): JsonSchema {
    if (!('items' in source)) return repaired;
    if (!Array.isArray(source.items)) return { ...repaired, items: this.schemaOrFalse(source.items) ?? {} };
    const rest = this.schemaOrFalse(source.additionalItems);
    const tuple = this.list(source.items);
    return {
      ...repaired,
      ...(tuple ? { prefixItems: tuple } : {}),
      ...(rest === undefined ? {} : { items: rest }),
    };
  }

  private reference(source: unknown): string | undefined {
    if (typeof source !== 'string') return undefined;
    const target = pointerTarget(this.root, source);
    if (target === undefined) return undefined;
    const name = this.names.get(target) ?? `r${this.names.size}`;
    this.names.set(target, name);
    return `#/$defs/${name}`;
  }
}

function once<T>(find: () => T): () => T {
  let found: T | undefined;
  return () => (found ??= find());
}

/** OpenAPI 3.0: a boolean that makes the bound beside it exclusive. */
function exclusiveBounds(source: JsonSchema, repaired: JsonSchema): JsonSchema {
  const { minimum, maximum, ...rest } = repaired;
  const bounds = {
    ...(minimum === undefined
      ? {}
      : { [source.exclusiveMinimum === true ? 'exclusiveMinimum' : 'minimum']: minimum }),
    ...(maximum === undefined
      ? {}
      : { [source.exclusiveMaximum === true ? 'exclusiveMaximum' : 'maximum']: maximum }),
  };
  return { ...rest, ...bounds };
}

/** OpenAPI 3.0: null is accepted as well. */
function nullable(source: JsonSchema, repaired: JsonSchema): JsonSchema {
  if (source.nullable !== true) return repaired;
  const { description, default: fallback, ...rest } = repaired;
  return {
    ...(description === undefined ? {} : { description }),
    ...(fallback === undefined ? {} : { default: fallback }),
    anyOf: [rest, { type: 'null' }],
  };
}

function types(source: unknown): TypeName | TypeName[] | undefined {
  const named = TYPES.filter((type) => (Array.isArray(source) ? source.includes(type) : source === type));
  return named.length > 1 ? named : named[0];
}

function value(source: unknown): unknown {
  return isShallow(source, MOST_LEVELS_OF_A_VALUE) ? source : undefined;
}

function text(source: unknown): string | undefined {
  return typeof source === 'string' && source.trim() !== '' ? source : undefined;
}

function finite(source: unknown): number | undefined {
  return typeof source === 'number' && Number.isFinite(source) ? source : undefined;
}

function count(source: unknown): number | undefined {
  return Number.isInteger(source) && (source as number) >= 0 ? (source as number) : undefined;
}

function strings(source: readonly unknown[]): string[] {
  return [...new Set(source.filter((entry) => typeof entry === 'string'))];
}

function stringLists(source: JsonSchema): Record<string, string[]> {
  const lists = Object.entries(source).map(([name, list]): [string, string[]] => [
    name,
    Array.isArray(list) ? strings(list) : [],
  ]);
  spend(lists.reduce((total, [, list]) => total + STEPS_PER_DEPENDENT * list.length, lists.length));
  return Object.fromEntries(lists);
}

function compiles(pattern: string): boolean {
  try {
    return Boolean(new RegExp(pattern, 'u'));
  } catch {
    return false;
  }
}
