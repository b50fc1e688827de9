import { admittedTypes } from './admitted-types.js';
import { convertDirect } from './direct-converter.js';
import { type Finding, finding, type Place } from './finding.js';
import { convertGlobal } from './global-converter.js';
import { isObject, member } from './json-object.js';
import { type Operation, operationsOf, type ToolPayload } from './operations.js';

/**
 * What is lost when Open WebUI 0.11.0 converts a document, by its backend and by its page: neither may throw,
 * every operation must become exactly one tool, and every property, every `required` name and every type that a
 * property admits must still be there.
 */
export function conversionFindings(spec: unknown): Finding[] {
  return [
    ...clientFindings(spec, 'backend', 2, convertGlobal),
    ...clientFindings(spec, 'page', 3, convertDirect),
  ];
}

function clientFindings(
  spec: unknown,
  client: string,
  ruleOfThrow: 2 | 3,
  convert: (spec: unknown) => ToolPayload[],
): Finding[] {
  const tools = new Map<string, ToolPayload[]>();
  try {
    for (const tool of convert(spec)) {
      tools.set(tool.name, [...(tools.get(tool.name) ?? []), tool]);
    }
  } catch (error) {
    return [finding(ruleOfThrow, {}, `The ${client} fails: ${error instanceof Error ? error.message : ''}`)];
  }
  return operationsOf(spec).flatMap((target) => {
    const { operationId, method, path } = target;
    if (operationId === undefined) {
      return [];
    }
    const place = { operationId, path: `${method} ${path}` };
    const [tool, ...more] = tools.get(operationId) ?? [];
    if (!tool || more.length > 0) {
      return [finding(4, place, `The ${client} makes ${tool ? more.length + 1 : 0} tools of it`)];
    }
    return toolFindings(target, tool, place, client);
  });
}

function toolFindings(target: Operation, tool: ToolPayload, place: Place, client: string): Finding[] {
  const content = member(member(target.operation, 'requestBody'), 'content');
  const schema = member(member(content, 'application/json'), 'schema');
  if (!isObject(schema) || Object.hasOwn(schema, '$ref')) {
    return [];
  }
  const properties = member(tool.parameters, 'properties');
  const required = toList(member(tool.parameters, 'required'));
  const declared = Object.keys(member(schema, 'properties') ?? {});
  const isKept = (name: unknown): boolean =>
    typeof name === 'string' && member(properties, name) !== undefined;
  return [
    ...declared
      .filter((name) => !isKept(name))
      .map((name) => finding(8, place, `The ${client} loses the property ${JSON.stringify(name)}`)),
    ...toList(member(schema, 'required'))
      .filter((name) => !isKept(name) || !required.includes(name))
      .map((name) => finding(8, place, `The ${client} loses the required ${JSON.stringify(name)}`)),
    ...lostTypes(schema, tool.parameters).map((loss) => finding(11, place, `The ${client}: ${loss}`)),
  ];
}

/** Only places that say their types are compared: one that does not is a finding already. */
function lostTypes(source: unknown, converted: unknown, at = ''): string[] {
  if (!isObject(source) || Object.hasOwn(source, '$ref')) {
    return [];
  }
  if (source['type'] === undefined && !Array.isArray(source['anyOf'])) {
    return [];
  }
  const kept = admittedTypes(converted);
  const lost = [...admittedTypes(source)].filter((type) => type !== 'null' && !kept.has(type));
  const losses = lost.length > 0 ? [`${at || 'the root'} no longer admits ${lost.join(', ')}`] : [];

  const convertedProperties = member(converted, 'properties');
  for (const [name, child] of Object.entries(member(source, 'properties') ?? {})) {
    const after = member(convertedProperties, name);
    const where = `${at}/${name}`;
    if (after !== undefined) {
      losses.push(...lostTypes(child, after, where));
    } else if (at !== '') {
      losses.push(`${where} is lost`);
    }
  }
  if (isObject(source['items'])) {
    losses.push(...lostTypes(source['items'], member(converted, 'items'), `${at}/items`));
  }
  for (const union of ['anyOf', 'oneOf']) {
    const [before, after] = [toList(source[union]), toList(member(converted, union))];
    if (before.length === after.length) {
      before.forEach((branch, index) => {
        losses.push(...lostTypes(branch, after[index], `${at}/${union}/${index}`));
      });
    }
  }
  return losses;
}

function toList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
