import { isObject, type JsonObject, member } from './json-object.js';
import { type Operation, operationsOf, parametersOf, type ToolPayload } from './operations.js';

/**
 * The tools the browser page of Open WebUI 0.11.0 makes of a document registered as a user's own ("direct")
 * server. Of a body schema only type, description, properties, required, items and the unions survive.
 *
 * @throws TypeError for a document without `paths`, and for a `$ref` in a document without `components.schemas`
 * @throws RangeError for a circular `$ref`: the page recurses until its stack is full, and then drops every direct
 * server of that user
 */
export function convertDirect(spec: unknown): ToolPayload[] {
  const paths = member(spec, 'paths');
  if (typeof paths !== 'object' || paths === null) {
    throw new TypeError('Cannot convert undefined or null to object: the document has no paths');
  }
  return operationsOf(spec)
    .filter(({ operationId }) => operationId !== undefined)
    .map((operation) => toTool(operation, member(spec, 'components')));
}

function toTool(target: Operation, components: unknown): ToolPayload {
  const { operation, operationId } = target;
  const properties: JsonObject = {};
  const required = new Set<unknown>();

  for (const parameter of parametersOf(target)) {
    const name = member(parameter, 'name');
    if (typeof name !== 'string' || name === '') {
      continue;
    }
    properties[name] = parameterProperty(parameter);
    if (member(parameter, 'required') === true) {
      required.add(name);
    }
  }
  const description = [operation['description'], operation['summary']].find(
    (text) => typeof text === 'string' && text !== '',
  );
  const tool = {
    name: operationId ?? '',
    description: typeof description === 'string' ? description : 'No description available.',
  };

  const schema = member(member(member(operation['requestBody'], 'content'), 'application/json'), 'schema');
  const body = resolveDirect(schema, components, []);
  if (body['type'] === 'array') {
    return { ...tool, parameters: body };
  }
  if (body['type'] === 'object' && isObject(body['properties'])) {
    assign(properties, body['properties']);
    for (const name of Array.isArray(body['required']) ? body['required'] : []) {
      required.add(name);
    }
  }
  return { ...tool, parameters: { type: 'object', properties, required: [...required] } };
}

function parameterProperty(parameter: unknown): JsonObject {
  const schema = member(parameter, 'schema');
  const own = member(schema, 'description') || member(parameter, 'description');
  const description = typeof own === 'string' ? own : '';
  const values = member(schema, 'enum');
  const choices =
    Array.isArray(values) && values.length > 0 ? `. Possible values: ${values.map(String).join(', ')}` : '';
  const type = member(schema, 'type');
  return { ...(type === undefined ? {} : { type }), description: description + choices };
}

function resolveDirect(schema: unknown, components: unknown, open: readonly string[]): JsonObject {
  const reference = member(schema, '$ref');
  if (typeof reference === 'string') {
    return resolveReference(reference, components, open);
  }
  const resolve = (child: unknown): JsonObject => resolveDirect(child, components, open);
  const resolved: JsonObject = {};
  for (const keyword of ['type', 'description', 'required']) {
    const value = member(schema, keyword);
    if (value !== undefined && value !== null) {
      resolved[keyword] = value;
    }
  }
  const properties = member(schema, 'properties');
  if (isObject(properties)) {
    const resolvedProperties: JsonObject = {};
    for (const [name, child] of Object.entries(properties)) {
      assign(resolvedProperties, { [name]: resolve(child) });
    }
    resolved['properties'] = resolvedProperties;
  }
  const items = member(schema, 'items');
  if (items !== undefined) {
    resolved['items'] = resolve(items);
  }
  for (const union of ['oneOf', 'anyOf', 'allOf']) {
    const branches = member(schema, union);
    if (Array.isArray(branches)) {
      resolved[union] = branches.map((branch) => resolve(branch));
    }
  }
  return resolved;
}

function resolveReference(reference: string, components: unknown, open: readonly string[]): JsonObject {
  const schemas = member(components, 'schemas');
  if (!isObject(schemas)) {
    throw new TypeError(`Cannot read properties of undefined (components.schemas) for ${reference}`);
  }
  if (open.includes(reference)) {
    throw new RangeError(`Maximum call stack size exceeded: ${reference} is circular`);
  }
  const target = member(schemas, reference.split('/').at(-1) ?? '');
  return resolveDirect(target, components, [...open, reference]);
}

/** Plain assignment, as a page does it: the name `__proto__` sets a prototype and is lost. */
function assign(into: JsonObject, members: JsonObject): void {
  for (const [name, value] of Object.entries(members)) {
    into[name] = value;
  }
}
