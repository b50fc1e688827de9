import { cleanSchema, resolveSchema } from './global-schema.js';
import { ImportCrash } from './import-crash.js';
import { isObject, type JsonObject, member } from './json-object.js';
import { type Operation, operationsOf, parametersOf, type ToolPayload } from './operations.js';
import { pythonText } from './python-text.js';

/**
 * The tools Open WebUI 0.11.0's backend makes of a document registered as a global server. A document without
 * `paths` gives none. Names are those of the document, in its order, duplicates included.
 *
 * The backend joins `required` names through a set, so their order is not promised; here it is the document's.
 *
 * @throws ImportCrash where the backend raises: `paths: null`, a null path item, operation, `parameters` or
 * `schema`, a boolean schema, `required: null`
 */
export function convertGlobal(spec: unknown): ToolPayload[] {
  if (!isObject(spec)) {
    throw new ImportCrash('the document', 'not an object');
  }
  assertPaths(spec);
  return operationsOf(spec)
    .filter(({ operationId }) => operationId !== undefined)
    .map((operation) => toTool(operation, member(spec, 'components')));
}

function assertPaths(spec: JsonObject): void {
  if (!Object.hasOwn(spec, 'paths')) {
    return;
  }
  const paths = assertObject(spec['paths'], 'paths');
  for (const [path, item] of Object.entries(paths)) {
    assertObject(item, path);
  }
  for (const { path, method, pathItem } of operationsOf(spec)) {
    assertObject(pathItem[method], `${path}/${method}`);
  }
}

function toTool(target: Operation, components: unknown): ToolPayload {
  const { operation, operationId } = target;
  const name = operationId ?? '';
  const tool: JsonObject = { type: 'object', properties: {}, required: [] };
  const properties = new Map<string, unknown>();
  const required = new Set<unknown>();

  for (const parameter of checkedParameters(target)) {
    const parameterName = member(parameter, 'name');
    if (typeof parameterName !== 'string' || parameterName === '') {
      continue;
    }
    properties.set(parameterName, parameterProperty(parameter, `${name}/${parameterName}`));
    if (member(parameter, 'required') === true) {
      required.add(parameterName);
    }
  }

  const body = bodySchema(operation, components, name);
  const bodyProperties = Object.entries(member(body, 'properties') ?? {});
  if (bodyProperties.length > 0) {
    for (const [key, schema] of bodyProperties) {
      properties.set(key, schema);
    }
    for (const key of toList(member(body, 'required'))) {
      required.add(key);
    }
  } else if (member(body, 'type') === 'array' && body) {
    return { name, description: describe(operation), parameters: cleanSchema(body) };
  }
  tool['properties'] = Object.fromEntries(properties);
  tool['required'] = [...required];
  return { name, description: describe(operation), parameters: cleanSchema(tool) };
}

/** Python's `get` takes its default for a missing key only: an empty description hides the summary. */
function describe(operation: JsonObject): string | null {
  const key = ['description', 'summary'].find((candidate) => Object.hasOwn(operation, candidate));
  const text = key === undefined ? 'No description available.' : operation[key];
  return typeof text === 'string' ? text : null;
}

function checkedParameters(target: Operation): JsonObject[] {
  for (const owner of [target.pathItem, target.operation]) {
    if (Object.hasOwn(owner, 'parameters') && !Array.isArray(owner['parameters'])) {
      throw new ImportCrash(`${target.path}/parameters`, 'not a list');
    }
  }
  return parametersOf(target).map((parameter) => assertObject(parameter, `${target.path}/parameters`));
}

function parameterProperty(parameter: JsonObject, where: string): JsonObject {
  const schema = Object.hasOwn(parameter, 'schema')
    ? assertObject(parameter['schema'], `${where}/schema`)
    : {};
  const own = schema['description'] || parameter['description'];
  const description = typeof own === 'string' ? own : '';
  const values = schema['enum'];
  const choices =
    Array.isArray(values) && values.length > 0
      ? `. Possible values: ${values.map((value) => pythonText(value)).join(', ')}`
      : '';
  return {
    type: schema['type'],
    description: description + choices,
    ...(schema['type'] === 'array' && Object.hasOwn(schema, 'items') ? { items: schema['items'] } : {}),
  };
}

function bodySchema(operation: JsonObject, components: unknown, name: string): JsonObject | undefined {
  const requestBody = operation['requestBody'];
  if (requestBody === undefined || requestBody === null) {
    return undefined;
  }
  const body = assertObject(requestBody, `${name}/requestBody`);
  const content = Object.hasOwn(body, 'content')
    ? assertObject(body['content'], `${name}/requestBody/content`)
    : {};
  if (!Object.hasOwn(content, 'application/json')) {
    return undefined;
  }
  const media = assertObject(content['application/json'], `${name}/requestBody/content/application~1json`);
  return Object.hasOwn(media, 'schema')
    ? resolveSchema(media['schema'], components, `${name}/body`)
    : undefined;
}

function toList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function assertObject(value: unknown, where: string): JsonObject {
  if (!isObject(value)) {
    throw new ImportCrash(where, `not an object but ${JSON.stringify(value)}`);
  }
  return value;
}
