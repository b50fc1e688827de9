import { isObject, member } from './json-object.js';

const TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'];

/** The names in a schema's own `type`; undefined when it is missing, empty or holds anything but known names. */
export function declaredTypes(schema: unknown): string[] | undefined {
  const type = member(schema, 'type');
  const names: unknown[] = Array.isArray(type) ? type : [type];
  const known = names.filter((name) => typeof name === 'string').filter((name) => TYPES.includes(name));
  return known.length > 0 && known.length === names.length ? known : undefined;
}

/** The types a value may have under a schema, by its `type` and its unions; all of them when it says nothing. */
export function admittedTypes(schema: unknown): Set<string> {
  let admitted = new Set(declaredTypes(schema) ?? TYPES);
  if (admitted.has('number')) {
    admitted.add('integer');
  }
  for (const keyword of ['anyOf', 'oneOf']) {
    const branches = member(schema, keyword);
    if (Array.isArray(branches)) {
      admitted = both(admitted, new Set(branches.flatMap((branch) => [...admittedTypes(branch)])));
    }
  }
  const all = member(schema, 'allOf');
  for (const branch of Array.isArray(all) ? all.filter((item) => isObject(item)) : []) {
    admitted = both(admitted, admittedTypes(branch));
  }
  return admitted;
}

function both(left: ReadonlySet<string>, right: ReadonlySet<string>): Set<string> {
  return new Set([...left].filter((type) => right.has(type)));
}
