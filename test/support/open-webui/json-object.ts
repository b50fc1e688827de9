/** A parsed JSON object. */
export type JsonObject = Record<string, unknown>;

/** Tells whether a value is a JSON object: neither null, nor an array, nor a scalar. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The value of an object's own member, or undefined: what Python's `dict.get` gives. Never an inherited one, so
 * a document that lacks `constructor` is not answered by `Object.prototype`.
 */
export function member(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
