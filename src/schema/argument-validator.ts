import type { ErrorObject } from 'ajv/dist/2020.js';
import { createAjv } from './ajv-engine.js';
import { bounded } from './bounded.js';
import type { JsonSchema } from './json-schema.js';
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

/** A schema of more parts takes Ajv seconds to compile. */
const MOST_PARTS = 5_000;
/** A few tenths of a second. What takes longer to check is left to Composio. */
const MOST_STEPS = 5_000_000;
/** Errors are as many as steps: of arguments that take more than a few, only the first error is told. */
const MOST_STEPS_FOR_ALL_ERRORS = 20_000;

const first = createAjv({ allErrors: false });
const all = createAjv({ allErrors: true });

/**
 * Compiles the schema of a tool's arguments, as Composio gives it. What is no JSON Schema in it does not count, and arguments
 * are an object whatever it says. Where it is too large, or refers to itself without end at one and the same place, it gives
 * nothing to check by. Costs milliseconds: keep the result as long as the schema.
 */
export function compileValidator(schema: unknown): ArgumentValidator {
  const root = bounded(MOST_PARTS, () => ({ ...repairSchema(schema), type: 'object' }));
  if (!root) return () => [];
  const firstError = compile(first, root);
  let allErrors: typeof firstError | undefined;
  return (args) => {
    const found = bounded(MOST_STEPS, () => firstError(args)) ?? [];
    if (found.length === 0) return [];
    allErrors ??= compile(all, root);
    const more = bounded(MOST_STEPS_FOR_ALL_ERRORS, () => allErrors?.(args)) ?? [];
    return relevant(more.length > 0 ? more : found).map(toArgumentError);
  };
}

function compile(ajv: ReturnType<typeof createAjv>, root: JsonSchema): (args: unknown) => ErrorObject[] {
  const validate = bounded(MOST_STEPS, () => ajv.compile(root));
  // Ajv would hold on to every schema it ever saw.
  ajv.removeSchema(root);
  return (args) => (!validate || validate(args) ? [] : [...(validate.errors ?? [])]);
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
