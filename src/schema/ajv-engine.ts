import { _, Ajv2020, type CodeKeywordDefinition } from 'ajv/dist/2020.js';
import { spend } from './bounded.js';
import { canonical } from './json-schema.js';
import { linearPattern } from './linear-pattern.js';

/** What is done again for each branch or name in the schema, and so multiplies what a small schema asks for. */
const BRANCHING = [
  '$ref',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'dependentSchemas',
  'properties',
  'patternProperties',
  'prefixItems',
  'required',
  'dependentRequired',
];
const STEPS_PER_BRANCH = 3;

/** What is done again for each item or member of a value, and how many steps that takes for each. */
const ITERATING: Readonly<Record<string, number>> = {
  items: 2,
  contains: 10,
  unevaluatedItems: 10,
  additionalProperties: 30,
  patternProperties: 30,
  propertyNames: 30,
  unevaluatedProperties: 30,
};

/** An Ajv whose validators count their steps, so that they can be run within `bounded`. */
export function createAjv(options: { readonly allErrors: boolean }): Ajv2020 {
  const ajv = new Ajv2020({
    ...options,
    strict: false,
    validateSchema: false,
    // A format is an annotation in JSON Schema 2020-12: providers are more lenient than any checker.
    validateFormats: false,
    // Or a property named `constructor` would count as given in every call.
    ownProperties: true,
    verbose: true,
    addUsedSchema: false,
    // Or the code of what is referred to often would be generated as often.
    inlineRefs: false,
    logger: false,
    code: {
      // It takes as long as all the rest of compiling, and quadratically longer for a large schema.
      optimize: false,
      regExp: Object.assign((source: string) => linearPattern(source), { code: 'linearPattern' }),
    },
  });
  // Ajv's own comparison takes hours for a large array of objects that must differ, and fails on a property named `toString`.
  for (const keyword of ['uniqueItems', 'enum', 'const']) ajv.removeKeyword(keyword);
  ajv.addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    validate: (_schema: unknown, items: readonly unknown[]) =>
      new Set(items.map(canonical)).size === items.length,
    error: { message: 'must not have the same item twice' },
  });
  ajv.addKeyword({ keyword: 'enum', compile: (values: readonly unknown[]) => isAmong(values) });
  ajv.addKeyword({ keyword: 'const', compile: (value: unknown) => isAmong([value]) });
  for (const keyword of new Set([...BRANCHING, ...Object.keys(ITERATING)])) countSteps(ajv, keyword);
  return ajv;
}

/** Lets the code of a keyword begin with a call that counts. */
function countSteps(ajv: Ajv2020, keyword: string): void {
  const definition = ajv.getKeyword(keyword) as CodeKeywordDefinition;
  const { code } = definition;
  definition.code = (cxt, type) => {
    const branches = BRANCHING.includes(keyword) ? 1 + lengthOf(cxt.schema) : 0;
    const ref = keyword in ITERATING ? spendOnParts : spend;
    const steps = (ITERATING[keyword] ?? 1) * (branches * STEPS_PER_BRANCH || 1);
    cxt.gen.code(_`${cxt.gen.scopeValue('func', { ref })}(${steps}, ${cxt.data})`);
    code(cxt, type);
  };
}

function spendOnParts(steps: number, data: unknown): void {
  spend(steps * lengthOf(data));
}

function lengthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Array.isArray(value) ? value.length : Object.keys(value).length;
}

/** Compares whole values only with values that are no scalars: the value in a call may be large. */
function isAmong(values: readonly unknown[]): (data: unknown) => boolean {
  const scalars = new Set(values.filter(isScalar));
  const others = new Set(values.filter((value) => !isScalar(value)).map(canonical));
  return (data) => (isScalar(data) ? scalars.has(data) : others.size > 0 && others.has(canonical(data)));
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}
