import { convertGlobal } from './global-converter.js';
import { isObject, type JsonObject, member } from './json-object.js';
import { operationsOf, parametersOf } from './operations.js';
import { pythonQuote, pythonText, pythonUrlencode } from './python-text.js';

const WITH_BODY: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const WITHOUT_BODY: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The request Open WebUI's backend sends for one tool call. */
export interface ToolRequest {
  method: string;
  /** Path and query string; the registered URL stands before it when one was given. */
  url: string;
  /** The JSON body; undefined when none is sent. */
  body: JsonObject | undefined;
  /** The query arguments as the text they arrive as. */
  query: Record<string, string>;
}

/**
 * The request Open WebUI 0.11.0's backend sends when a model calls a tool of a global server: arguments the tool
 * does not declare are removed, the first operation of that name is taken, and all remaining arguments (path,
 * query and header ones too) form the body of an operation that has one. Header parameters are never sent as
 * headers, and an unfilled path placeholder stays in the URL.
 *
 * @param baseUrl the registered URL; `servers` of the document is never read
 * @throws Error for a name the document lacks and for a `trace` operation; ImportCrash as convertGlobal
 */
export function executeGlobal(spec: unknown, name: string, args: JsonObject, baseUrl = ''): ToolRequest {
  const tool = convertGlobal(spec).find((candidate) => candidate.name === name);
  const target = operationsOf(spec).find((candidate) => candidate.operationId === name);
  if (!tool || !target) {
    throw new Error(`The document has no operation named ${name}`);
  }
  const declared = member(tool.parameters, 'properties');
  const kept = Object.fromEntries(
    Object.entries(args).filter(([key]) => isObject(declared) && Object.hasOwn(declared, key)),
  );

  const method = target.method.toUpperCase();
  let path = target.path;
  const query: Record<string, string> = {};
  for (const parameter of parametersOf(target)) {
    const key = member(parameter, 'name');
    if (typeof key !== 'string' || !Object.hasOwn(kept, key)) {
      continue;
    }
    const value = kept[key];
    if (member(parameter, 'in') === 'path') {
      path = path.replaceAll(`{${key}}`, () => pythonQuote(value));
    } else if (member(parameter, 'in') === 'query' && isSent(value, member(parameter, 'required'))) {
      query[key] = pythonText(value);
    }
  }
  const search = pythonUrlencode(query);
  // The HTTP client of the backend encodes the braces of a placeholder that nothing filled.
  const location = path.replaceAll('{', '%7B').replaceAll('}', '%7D');
  return {
    method,
    url: `${baseUrl.replace(/\/+$/, '')}${location}${search && `?${search}`}`,
    body: bodyOf(method, target.operation, kept),
    query,
  };
}

function isSent(value: unknown, required: unknown): boolean {
  return value !== null && (value !== '' || required === true);
}

function bodyOf(method: string, operation: JsonObject, args: JsonObject): JsonObject | undefined {
  if (WITHOUT_BODY.has(method)) {
    return undefined;
  }
  if (!WITH_BODY.has(method)) {
    throw new Error(`Open WebUI cannot send ${method}`);
  }
  return isObject(member(operation['requestBody'], 'content')) ? args : {};
}
