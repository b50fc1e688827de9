import { declaredTypes } from './admitted-types.js';
import { type ConformanceOptions, type Finding, finding, type Place } from './finding.js';
import { isObject, type JsonObject, member } from './json-object.js';
import { type Operation, parametersOf } from './operations.js';
import { bodySchemaFindings, readableSchemaFindings } from './schema-rules.js';

/** Rules 2, 3, 8, 9, 11 to 15 and 39 for one operation that becomes a tool. */
export function operationFindings(target: Operation, options: Readonly<ConformanceOptions>): Finding[] {
  const place: Place = {
    path: `${target.method} ${target.path}`,
    ...(target.operationId === undefined ? {} : { operationId: target.operationId }),
  };
  return [
    ...descriptionFindings(target, place, options.maxDescription),
    ...parameterFindings(target, place),
    ...bodyFindings(target, place, options),
  ];
}

function descriptionFindings({ operation }: Operation, place: Place, limit: number): Finding[] {
  const text = member(operation, 'description');
  if (typeof text !== 'string' || text.trim() === '') {
    return [finding(15, place, 'No description; a summary does not reach the model in its stead')];
  }
  return text.length > limit
    ? [finding(15, place, `A description of ${text.length} characters, more than ${limit}`)]
    : [];
}

function parameterFindings(target: Operation, place: Place): Finding[] {
  const findings: Finding[] = [];
  for (const owner of [target.pathItem, target.operation]) {
    if (Object.hasOwn(owner, 'parameters') && !Array.isArray(owner['parameters'])) {
      findings.push(finding(2, place, 'parameters is not a list'));
    }
  }
  if (/\{[^}]*\}/.test(target.path)) {
    findings.push(finding(9, place, 'The path has a placeholder'));
  }
  for (const parameter of parametersOf(target)) {
    const name = JSON.stringify(member(parameter, 'name'));
    const where = member(parameter, 'in');
    const schema = member(parameter, 'schema');
    if (!isObject(parameter) || Object.hasOwn(parameter, '$ref')) {
      findings.push(finding(isObject(parameter) ? 3 : 2, place, 'A parameter is a reference or no object'));
      continue;
    }
    if (schema !== undefined) {
      findings.push(...readableSchemaFindings(schema, place));
    }
    if (where !== 'cookie') {
      findings.push(finding(9, place, `The ${String(where)} parameter ${name} also comes in the body`));
    }
    if (where === 'header' || where === 'cookie') {
      findings.push(
        finding(39, place, `The ${where} parameter ${name} is asked of the model, but never sent`),
      );
    }
    const isPlain = declaredTypes(schema)?.every((type) => type === 'string' || type === 'integer');
    if (where === 'query' && isPlain !== true) {
      findings.push(finding(12, place, `The query parameter ${name} is neither text nor integer`));
    }
  }
  return findings;
}

function bodyFindings(target: Operation, place: Place, options: Readonly<ConformanceOptions>): Finding[] {
  const { operation, method } = target;
  const requestBody = member(operation, 'requestBody');
  if (member(requestBody, '$ref') !== undefined) {
    return [finding(3, place, 'The request body is a reference')];
  }
  const media = member(member(requestBody, 'content'), 'application/json');
  const schema = member(media, 'schema');
  if (schema === undefined) {
    return [finding(8, place, 'No request body under the exact key application/json')];
  }
  const readable = readableSchemaFindings(schema, place);
  if (!isObject(schema)) {
    return readable;
  }
  const isSent = ['post', 'put', 'patch', 'delete'].includes(method);
  return [
    ...(isSent ? [] : [finding(8, place, `A body is never sent with ${method}`)]),
    ...readable,
    ...rootProblems(schema).map((problem) => finding(8, place, problem)),
    ...freeFormProblems(schema).map((problem) => finding(13, place, problem)),
    ...bodySchemaFindings(schema, place, options),
  ];
}

function rootProblems(schema: JsonObject): string[] {
  if (Object.hasOwn(schema, '$ref')) {
    return [];
  }
  const problems: string[] = [];
  if (schema['type'] !== 'object') {
    problems.push(`The type of a body must be object, not ${JSON.stringify(schema['type'])}`);
  }
  const properties = member(schema, 'properties');
  if (!isObject(properties)) {
    problems.push('A body must declare its properties');
  }
  for (const keyword of ['allOf', 'anyOf', 'oneOf'].filter((union) => Object.hasOwn(schema, union))) {
    problems.push(`No client reads ${keyword} at the root of a body`);
  }
  const required = member(schema, 'required');
  for (const name of Array.isArray(required) ? required : []) {
    if (typeof name !== 'string' || member(properties, name) === undefined) {
      problems.push(`required names an undeclared property: ${JSON.stringify(name)}`);
    }
  }
  return problems;
}

function freeFormProblems(schema: JsonObject): string[] {
  const open = ['additionalProperties', 'unevaluatedProperties', 'patternProperties'];
  return open
    .filter((keyword) => schema[keyword] === true || isObject(schema[keyword]))
    .map((keyword) => `${keyword} at the root: undeclared arguments never arrive`);
}
