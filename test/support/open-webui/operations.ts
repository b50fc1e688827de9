import { isObject, type JsonObject, member } from './json-object.js';

const METHODS: ReadonlySet<string> = new Set([
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
]);

/** One operation of a document, in document order. */
export interface Operation {
  path: string;
  method: string;
  pathItem: JsonObject;
  operation: JsonObject;
  /** Undefined when it is missing, empty or no text: Open WebUI makes no tool of such an operation. */
  operationId: string | undefined;
}

/** A tool as Open WebUI hands it to a model. */
export interface ToolPayload {
  name: string;
  description: string | null;
  parameters: JsonObject;
}

/**
 * Every operation Open WebUI 0.11.0 looks at. Keys of a path item that are not a lower-case HTTP method are
 * skipped by both of its converters, and so is a path item behind a `$ref`.
 */
export function operationsOf(spec: unknown): Operation[] {
  return Object.entries(toObject(member(spec, 'paths'))).flatMap(([path, pathItem]) =>
    Object.entries(toObject(pathItem))
      .filter(([method]) => METHODS.has(method))
      .map(([method, value]) => {
        const operation = toObject(value);
        const id = member(operation, 'operationId');
        return {
          path,
          method,
          pathItem: toObject(pathItem),
          operation,
          operationId: typeof id === 'string' && id !== '' ? id : undefined,
        };
      }),
  );
}

/** The parameters of an operation, those of its path item first; anything but an array counts as none. */
export function parametersOf({ pathItem, operation }: Operation): unknown[] {
  return [pathItem, operation].flatMap((owner) => {
    const parameters = member(owner, 'parameters');
    return Array.isArray(parameters) ? (parameters as unknown[]) : [];
  });
}

function toObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}
