import { declaredTypes } from './admitted-types.js';
import { type ConformanceOptions, type Finding, finding, type Place, type Rule } from './finding.js';
import { isObject, type JsonObject, member } from './json-object.js';
import { unmentioned } from './mention.js';
import { type SchemaNode, walkSchema } from './schema-walk.js';

/** Rules 2 and 3 for any schema a client reads: nothing the backend raises at, and no reference. */
export function readableSchemaFindings(schema: unknown, place: Place): Finding[] {
  return walkSchema(schema).flatMap((node) => {
    const at = inside(place, node);
    if (!isObject(node.schema)) {
      return [finding(2, at, `A schema must be an object, not ${JSON.stringify(node.schema)}`)];
    }
    const findings = malformed(node.schema).map((problem) => finding(2, at, problem));
    if (Object.hasOwn(node.schema, '$ref')) {
      findings.push(
        finding(3, at, `A reference stands in a request: ${JSON.stringify(node.schema['$ref'])}`),
      );
    }
    return findings;
  });
}

/** Members of the wrong kind; a boolean or null where one schema belongs is found on the walk itself. */
function malformed(schema: JsonObject): string[] {
  const lists = ['required', 'anyOf', 'oneOf', 'allOf'];
  const wrong = lists.filter((keyword) => Object.hasOwn(schema, keyword) && !Array.isArray(schema[keyword]));
  if (Object.hasOwn(schema, 'properties') && !isObject(schema['properties'])) {
    wrong.push('properties');
  }
  if (Array.isArray(schema['items'])) {
    wrong.push('items');
  }
  return wrong.map((keyword) => `${keyword} must not be ${JSON.stringify(schema[keyword])}`);
}

/** Rules 11 and 14 for a body schema. A place with a `$ref` is left to rule 3. */
export function bodySchemaFindings(
  schema: unknown,
  place: Place,
  options: Readonly<ConformanceOptions>,
): Finding[] {
  return walkSchema(schema).flatMap((node) => {
    if (node.role === 'other' || !isObject(node.schema) || Object.hasOwn(node.schema, '$ref')) {
      return [];
    }
    const at = inside(place, node);
    const report = (rule: Rule) => (message: string) => finding(rule, at, message);
    const typed = node.role === 'root' ? [] : typeProblems(node.schema).map(report(11));
    if (node.depth === options.maxDepth + 1 && node.role !== 'branch') {
      typed.push(finding(11, at, `Deeper than ${options.maxDepth} levels`));
    }
    return [
      ...typed,
      ...nullFindings(node.schema, at),
      ...valueProblems(node, node.schema, options.enumMentions).map(report(14)),
    ];
  });
}

function inside(place: Place, node: SchemaNode): Place {
  return { ...place, path: `${place.path ?? ''} ${node.pointer || '(root)'}` };
}

function typeProblems(schema: JsonObject): string[] {
  const union = Array.isArray(schema['anyOf']) ? schema['anyOf'].map(declaredTypes) : [];
  const isTypedUnion = union.length > 0 && union.every((types) => types && !types.includes('null'));
  const types = declaredTypes(schema) ?? (isTypedUnion ? union.flatMap((named) => named ?? []) : undefined);
  if (!types) {
    return [`No explicit type, but ${JSON.stringify(schema['type'])}: the backend fills in string`];
  }
  const problems: string[] = [];
  if (Object.hasOwn(schema, 'allOf')) {
    problems.push('allOf: the backend and the page disagree about it');
  }
  const branches = ['anyOf', 'oneOf'].flatMap((keyword) => {
    const list = member(schema, keyword);
    if (list !== undefined && (!Array.isArray(list) || list.length < 2)) {
      problems.push(`${keyword} of fewer than two branches`);
    }
    return Array.isArray(list) ? (list as unknown[]) : [];
  });
  for (const branch of branches) {
    const allowed = new Set(types.includes('number') ? [...types, 'integer'] : types);
    const refused = (declaredTypes(branch) ?? []).filter((type) => !allowed.has(type));
    if (refused.length > 0) {
      problems.push(`The type beside a union refuses its branch of ${refused.join(', ')}`);
    }
  }
  const isListed = branches.some((branch) => declaredTypes(branch)?.includes('array'));
  if (types.includes('array') && !isObject(schema['items']) && !isListed) {
    problems.push('An array without one schema for its items');
  }
  return problems;
}

/** Clients pass null types through; only some providers refuse them, so this is a hint and no breach. */
function nullFindings(schema: JsonObject, at: Place): Finding[] {
  const isNull = declaredTypes(schema)?.includes('null') || schema['nullable'] === true;
  return isNull ? [finding(11, at, 'Some providers refuse null among the types', 'L')] : [];
}

function valueProblems(node: SchemaNode, schema: JsonObject, enumMentions: number): string[] {
  const problems: string[] = [];
  const values = member(schema, 'enum');
  if (Array.isArray(values)) {
    const missing = unmentioned(node.about, values, enumMentions);
    if (missing.length > 0) {
      problems.push(`The description lacks the enum values ${JSON.stringify(missing)}`);
    }
  }
  for (const keyword of ['const', 'default']) {
    const value = member(schema, keyword);
    if (saysSomething(value, keyword) && unmentioned(node.about, [value], 1).length > 0) {
      problems.push(`The description lacks the ${keyword} ${JSON.stringify(value)}`);
    }
  }
  return problems;
}

/** A default of null or of nothing tells a model no more than that the argument is optional. */
function saysSomething(value: unknown, keyword: string): boolean {
  if (value === undefined) {
    return false;
  }
  return keyword === 'const' || !['null', '""', '[]', '{}'].includes(JSON.stringify(value));
}
