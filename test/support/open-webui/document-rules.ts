import { type ConformanceOptions, type Finding, finding } from './finding.js';
import { isObject, type JsonObject, member } from './json-object.js';
import { type Operation, operationsOf } from './operations.js';
import { walkSchema } from './schema-walk.js';

const NAME = /^[a-zA-Z0-9_-]{1,64}$/;
const NO_TOOL =
  /^(\/(toolkits|servers)\/[^/]+)?(\/api)?\/+(health|metrics|docs|openapi\.json|allowlist|config|system)(\/|$)/;
/** Providers refuse a request with this many tools or more. */
const HARD_LIMIT = 128;

/** Tells whether a route serves people or machines that run the server, and so must not become a tool. */
export function isNoTool(path: string): boolean {
  return NO_TOOL.test(path);
}

/** Rules 2 to 6, 32, 33 and 38, which look at the document as a whole. */
export function documentFindings(spec: JsonObject, options: Readonly<ConformanceOptions>): Finding[] {
  const operations = operationsOf(spec);
  return [
    ...nullFindings(spec),
    ...componentFindings(spec),
    ...nameFindings(operations, options.prefix),
    ...sizeFindings(spec, operations, options),
    ...infoFindings(spec),
    ...suffixFindings(operations),
  ];
}

function nullFindings(spec: JsonObject): Finding[] {
  return Object.entries(member(spec, 'paths') ?? {}).flatMap(([path, item]) => {
    if (!isObject(item)) {
      return [finding(2, { path }, 'A path item must be an object')];
    }
    const reference = Object.hasOwn(item, '$ref') ? [finding(3, { path }, 'A path item is a reference')] : [];
    const broken = operationsOf({ paths: { [path]: item } }).filter(({ method }) => !isObject(item[method]));
    return [
      ...reference,
      ...broken.map(({ method }) => finding(2, { path }, `The operation ${method} must be an object`)),
    ];
  });
}

function componentFindings(spec: JsonObject): Finding[] {
  const components = member(spec, 'components');
  if (!isObject(components)) {
    return [finding(3, {}, 'No components: the page fails as soon as it meets a reference')];
  }
  const schemas = member(components, 'schemas');
  const targets = new Map(
    Object.entries(isObject(schemas) ? schemas : {}).map(([name, schema]) => [
      name,
      walkSchema(schema)
        .map((node) => member(node.schema, '$ref'))
        .filter((reference) => typeof reference === 'string')
        .map((reference) => reference.split('/').at(-1) ?? ''),
    ]),
  );
  return [...targets.keys()]
    .filter((name) => reaches(name, name, targets, new Set()))
    .map((name) => finding(3, { path: `components/schemas/${name}` }, 'A circular reference'));
}

function reaches(
  from: string,
  to: string,
  targets: ReadonlyMap<string, string[]>,
  seen: Set<string>,
): boolean {
  return (targets.get(from) ?? []).some((next) => {
    if (next === to) {
      return true;
    }
    const isNew = !seen.has(next);
    seen.add(next);
    return isNew && reaches(next, to, targets, seen);
  });
}

function nameFindings(operations: readonly Operation[], prefix: string): Finding[] {
  const seen = new Set<string>();
  return operations.flatMap(({ operationId, method, path }) => {
    const place = { path: `${method} ${path}` };
    if (operationId === undefined) {
      return isNoTool(path) ? [] : [finding(4, place, 'No operationId: dropped without a word')];
    }
    const named = { ...place, operationId };
    const findings: Finding[] = [];
    if (isNoTool(path)) {
      findings.push(finding(38, named, 'A route that is no tool has an operationId'));
    }
    if (!NAME.test(operationId)) {
      findings.push(finding(4, named, 'An illegal operationId'));
    }
    if (seen.has(operationId)) {
      findings.push(finding(4, named, 'A duplicate operationId'));
    }
    if (!operationId.startsWith(prefix)) {
      findings.push(finding(33, named, `The operationId does not begin with ${prefix}`));
    }
    seen.add(operationId);
    return findings;
  });
}

function sizeFindings(
  spec: JsonObject,
  operations: readonly Operation[],
  { maxOperations, maxBytes }: Readonly<ConformanceOptions>,
): Finding[] {
  const count = operations.filter(({ operationId }) => operationId !== undefined).length;
  const limit = Math.min(maxOperations, HARD_LIMIT - 1);
  const bytes = Buffer.byteLength(JSON.stringify(spec));
  return [
    ...(count > limit ? [finding(5, {}, `${count} operations, more than ${limit}`)] : []),
    ...(bytes > maxBytes ? [finding(6, {}, `${bytes} bytes, more than ${maxBytes}`)] : []),
  ];
}

function infoFindings(spec: JsonObject): Finding[] {
  return ['title', 'description', 'version']
    .filter((key) => {
      const text = member(member(spec, 'info'), key);
      return typeof text !== 'string' || text.trim() === '';
    })
    .map((key) => finding(32, { path: `info/${key}` }, 'Missing or empty'));
}

/** The client's filter compares the ends of names as plain text, so an underscore before the suffix is not needed. */
function suffixFindings(operations: readonly Operation[]): Finding[] {
  const names = new Set(operations.flatMap(({ operationId }) => operationId ?? []));
  return [...names].flatMap((name) =>
    Array.from({ length: name.length - 1 }, (_, index) => name.slice(index + 1))
      .filter((suffix) => names.has(suffix))
      .map((suffix) => finding(33, { operationId: suffix }, `A suffix of ${name}: a filter takes both`)),
  );
}
