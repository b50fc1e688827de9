/** A JSON Schema as it goes over the wire: plain data, with whatever keywords Composio lets through. */
export type Schema = Readonly<Record<string, unknown>>;

/** The named parts of an object; JSON Schema also allows `true` for "anything". */
export type Properties = Readonly<Record<string, Schema | boolean>>;

/** A string property. */
export function text(description: string, more: Schema = {}): Schema {
  return { type: 'string', description, ...more };
}

/** An integer property. */
export function integer(description: string, more: Schema = {}): Schema {
  return { type: 'integer', description, ...more };
}

/** A number property. */
export function number(description: string, more: Schema = {}): Schema {
  return { type: 'number', description, ...more };
}

/** A boolean property. */
export function flag(description: string, more: Schema = {}): Schema {
  return { type: 'boolean', description, ...more };
}

/** A property that takes one of a few fixed words. */
export function choice(description: string, options: readonly string[], more: Schema = {}): Schema {
  return { type: 'string', description, enum: options, ...more };
}

/** An array property. */
export function list(description: string, items: Schema = { type: 'string' }, more: Schema = {}): Schema {
  return { type: 'array', description, items, ...more };
}

/** An object with named properties; `required` appears only when it names something. */
export function object(properties: Properties, required: readonly string[] = [], more: Schema = {}): Schema {
  return { type: 'object', properties, ...(required.length > 0 && { required }), ...more };
}
