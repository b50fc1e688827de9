import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { canonical } from './json-schema.js';
import { linearPattern } from './linear-pattern.js';
import { repairSchema } from './repair-schema.js';

/** One thing that is wrong with the arguments of a call. */
export interface ArgumentError {
  /** A JSON pointer into the arguments; empty for all of them. */
  readonly path: string;
  readonly message: string;
}

/** Says what is wrong with arguments: nothing, or the first few things. */
export type ArgumentValidator = (args: unknown) => readonly ArgumentError[];

const MOST_ERRORS = 8;

const ajv = new Ajv2020({
  strict: false,
  validateSchema: false,
  // A format is an annotation in JSON Schema 2020-12: providers are more lenient than any checker.
  validateFormats: false,
  allErrors: true,
  // Or a property named `constructor` would count as given in every call.
  ownProperties: true,
  verbose: true,
  addUsedSchema: false,
  logger: false,
  code: { regExp: Object.assign((source: string) => linearPattern(source), { code: 'linearPattern' }) },
});
// Ajv's own comparison takes hours for a large array of objects that must differ, and fails on a property named `toString`.
for (const keyword of ['uniqueItems', 'enum', 'const']) ajv.removeKeyword(keyword);
ajv.addKeyword({
  keyword: 'uniqueItems',
  type: 'array',
  validate: (_: unknown, items: readonly unknown[]) => new Set(items.map(canonical)).size === items.length,
  error: { message: 'must not have the same item twice' },
});
ajv.addKeyword({ keyword: 'enum', compile: (values: readonly unknown[]) => isAmong(values) });
ajv.addKeyword({ keyword: 'const', compile: (value: unknown) => isAmong([value]) });

function isAmong(values: readonly unknown[]): (data: unknown) => boolean {
  const known = new Set(values.map(canonical));
  return (data) => known.has(canonical(data));
}

/**
 * Compiles the schema of a tool's arguments, as Composio gives it. What is no JSON Schema in it does not count, and arguments
 * are an object whatever it says. Costs milliseconds: keep the result as long as the schema.
 */
export function compileValidator(schema: unknown): ArgumentValidator {
  const root = { ...repairSchema(schema), type: 'object' };
  const validate = unlessEndless(() => ajv.compile(root));
  // Ajv would hold on to every schema it ever saw.
  ajv.removeSchema(root);
  return (args) =>
    unlessEndless(() =>
      (validate?.(args) ?? true) ? [] : relevant(validate?.errors ?? []).map(toArgumentError),
    ) ?? [];
}

/** A schema that refers to itself without end at one and the same place gives nothing to check by. */
function unlessEndless<T>(attempt: () => T): T | undefined {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Behind a union, the errors inside its branches say more than that none fits; beyond a few, nothing is gained. */
function relevant(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const inner = errors.filter(
    ({ keyword, params }) =>
      keyword !== 'anyOf' && keyword !== 'if' && !(keyword === 'oneOf' && params.passingSchemas === null),
  );
  const seen = new Set<string>();
  const distinct = (inner.length > 0 ? inner : errors).filter((error) => {
    const { path, message } = toArgumentError(error);
    return !seen.has(path + message) && seen.add(path + message);
  });
  return distinct.slice(0, MOST_ERRORS);
}

function toArgumentError({
  instancePath: path,
  message = 'is not valid',
  ...error
}: ErrorObject): ArgumentError {
  const { keyword, params, schema, data } = error;
  if (keyword === 'enum') return { path, message: `must be one of ${listed(schema as unknown[])}` };
  if (keyword === 'const') return { path, message: `must be ${JSON.stringify(schema)}` };
  if (keyword === 'additionalProperties') {
    return { path, message: `must not have the property ${JSON.stringify(params.additionalProperty)}` };
  }
  const hint = keyword === 'type' && data === null ? '; leave it out instead of sending null' : '';
  return { path, message: message + hint };
}

function listed(values: readonly unknown[]): string {
  const shown = values.slice(0, 20).map((value) => JSON.stringify(value));
  return shown.join(', ') + (values.length > shown.length ? ', …' : '');
}
