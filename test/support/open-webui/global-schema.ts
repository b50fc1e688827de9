import { ImportCrash } from './import-crash.js';
import { isObject, type JsonObject, member } from './json-object.js';

const UNIONS = ['oneOf', 'anyOf', 'allOf'] as const;

/**
 * Inlines the references of a schema as the backend does: any local `#/components/…` path, without decoding `~1`;
 * every other reference, a dangling one and the second visit of a circular one become `{}`, and whatever stood
 * beside a `$ref` is lost. Only `properties`, `items` and the unions are entered (Open WebUI 0.11.0).
 *
 * The backend is known to raise at boolean schemas and `required: null`. Where its answer to another malformed
 * keyword is unknown this port raises too, so that it never accepts what the real one might refuse.
 *
 * @param open the references being resolved around this schema
 * @throws ImportCrash
 */
export function resolveSchema(
  schema: unknown,
  components: unknown,
  where: string,
  open: readonly string[] = [],
): JsonObject {
  if (!isObject(schema)) {
    throw new ImportCrash(where, `a schema must be an object, not ${JSON.stringify(schema)}`);
  }
  if (Object.hasOwn(schema, '$ref')) {
    return resolveReference(schema['$ref'], components, where, open);
  }
  const resolve = (child: unknown, key: string): JsonObject =>
    resolveSchema(child, components, `${where}/${key}`, open);

  const resolved: JsonObject = { ...schema };
  if (Object.hasOwn(schema, 'required') && !Array.isArray(schema['required'])) {
    throw new ImportCrash(`${where}/required`, `not a list: ${JSON.stringify(schema['required'])}`);
  }
  if (Object.hasOwn(schema, 'properties')) {
    if (!isObject(schema['properties'])) {
      throw new ImportCrash(`${where}/properties`, 'not an object');
    }
    resolved['properties'] = Object.fromEntries(
      Object.entries(schema['properties']).map(([name, child]) => [
        name,
        resolve(child, `properties/${name}`),
      ]),
    );
  }
  if (Object.hasOwn(schema, 'items')) {
    resolved['items'] = resolve(schema['items'], 'items');
  }
  for (const union of UNIONS.filter((keyword) => Object.hasOwn(schema, keyword))) {
    const branches = schema[union];
    if (!Array.isArray(branches)) {
      throw new ImportCrash(`${where}/${union}`, 'not a list');
    }
    resolved[union] = branches.map((branch, index) => resolve(branch, `${union}/${index}`));
  }
  return resolved;
}

function resolveReference(
  reference: unknown,
  components: unknown,
  where: string,
  open: readonly string[],
): JsonObject {
  if (typeof reference !== 'string') {
    throw new ImportCrash(`${where}/$ref`, 'not a text');
  }
  if (!reference.startsWith('#/') || open.includes(reference)) {
    return {};
  }
  const target = reference.slice(2).split('/').reduce<unknown>(member, { components });
  return target === undefined ? {} : resolveSchema(target, components, reference, [...open, reference]);
}

/**
 * What the backend does to a resolved schema before a model sees it: null branches leave an `anyOf`, a single
 * branch that remains takes its place, and a missing `type` becomes `string` unless there is an `anyOf` or
 * `properties` (Open WebUI, `clean_openai_tool_schema`). Keywords beside a flattened `anyOf` are kept; branches are
 * not entered.
 */
export function cleanSchema(schema: JsonObject): JsonObject {
  let cleaned: JsonObject = { ...schema };
  if (isObject(cleaned['properties'])) {
    cleaned['properties'] = Object.fromEntries(
      Object.entries(cleaned['properties']).map(([name, child]) => [name, cleanChild(child)]),
    );
  }
  if (Object.hasOwn(cleaned, 'items')) {
    cleaned['items'] = cleanChild(cleaned['items']);
  }
  if (Array.isArray(cleaned['anyOf'])) {
    const real = cleaned['anyOf'].filter((branch) => member(branch, 'type') !== 'null');
    const { anyOf: _flattened, ...beside } = cleaned;
    const [only] = real;
    cleaned = real.length === 1 && isObject(only) ? { ...beside, ...only } : { ...cleaned, anyOf: real };
  }
  const says = ['type', 'anyOf', 'properties'].some((keyword) => (cleaned[keyword] ?? null) !== null);
  return says ? cleaned : { ...cleaned, type: 'string' };
}

function cleanChild(child: unknown): unknown {
  return isObject(child) ? cleanSchema(child) : child;
}
