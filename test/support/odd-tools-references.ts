type JsonSchema = Record<string, unknown>;

const text = { type: 'string', description: 'A text' };
const to = (pointer: string): JsonSchema => ({ $ref: pointer });

function schema(properties: JsonSchema, $defs?: JsonSchema): JsonSchema {
  return { type: 'object', properties, ...($defs ? { $defs } : {}) };
}

/** Input schemas with a reference that is odd in one way each, by the name of the oddity. */
export const ODD_REFERENCES: Readonly<Record<string, JsonSchema>> = {
  REF_TO_DEFS: schema({ value: to('#/$defs/Text') }, { Text: text }),
  REF_TO_DEFINITIONS: { ...schema({ value: to('#/definitions/Text') }), definitions: { Text: text } },
  REF_TO_COMPONENTS: { ...schema({ value: to('#/components/schemas/Text') }) },
  REF_CHAIN: schema({ value: to('#/$defs/A') }, { A: to('#/$defs/B'), B: to('#/$defs/C'), C: text }),
  REF_TWICE: schema({ from: to('#/$defs/Text'), to: to('#/$defs/Text') }, { Text: text }),
  REF_WITH_SIBLINGS: schema(
    { value: { ...to('#/$defs/Text'), description: 'Nearer', default: 'x', maxLength: 3 } },
    { Text: text },
  ),
  REF_TO_BOOLEAN: schema({ value: to('#/$defs/Anything') }, { Anything: true }),
  REF_IN_ALL_OF: schema({ value: { allOf: [to('#/$defs/Text')], default: 'x' } }, { Text: text }),
  REF_IN_ANY_OF: schema({ value: { anyOf: [to('#/$defs/Text'), { type: 'null' }] } }, { Text: text }),
  REF_IN_ITEMS: schema({ value: { type: 'array', items: to('#/$defs/Text') } }, { Text: text }),
  REF_IN_ADDITIONAL: schema(
    { value: { type: 'object', additionalProperties: to('#/$defs/Text') } },
    { Text: text },
  ),
  REF_IN_NOT: schema({ value: { type: 'string', not: to('#/$defs/Text') } }, { Text: { const: 'a' } }),
  REF_AT_ROOT: { type: 'object', ...to('#/$defs/Root'), $defs: { Root: schema({ value: text }) } },
  REF_INTO_PROPERTIES: schema({ first: text, second: to('#/properties/first') }),
  REF_INTO_ITEMS: schema({ list: { type: 'array', items: text }, one: to('#/properties/list/items') }),
  REF_INTO_ANY_OF: schema({
    either: { anyOf: [text, { type: 'integer' }] },
    one: to('#/properties/either/anyOf/0'),
  }),
  REF_ESCAPED_SLASH: schema({ value: to('#/$defs/a~1b') }, { 'a/b': text }),
  REF_ESCAPED_TILDE: schema({ value: to('#/$defs/a~0b') }, { 'a~b': text }),
  REF_ESCAPED_PERCENT: schema({ value: to('#/$defs/a%20b') }, { 'a b': text }),
  REF_TO_PROTO: schema({ value: to('#/$defs/__proto__') }, { Text: text }),
  REF_TO_CONSTRUCTOR: schema({ value: to('#/$defs/constructor') }, { Text: text }),
  REF_DEEP_DEFS: schema({ value: to('#/$defs/Group/$defs/Text') }, { Group: { $defs: { Text: text } } }),
  REF_NESTED_DEFS: schema({
    value: { type: 'object', $defs: { Text: text }, properties: { a: to('#/$defs/Text') } },
  }),
  REF_ANCHOR: schema({ value: to('#text') }, { Text: { ...text, $anchor: 'text' } }),

  REF_RECURSIVE: schema(
    { value: to('#/$defs/Node') },
    { Node: schema({ name: text, children: { type: 'array', items: to('#/$defs/Node') } }) },
  ),
  REF_RECURSIVE_ROOT: schema({ name: text, parent: to('#') }),
  REF_MUTUALLY_RECURSIVE: schema(
    { value: to('#/$defs/Ping') },
    { Ping: schema({ pong: to('#/$defs/Pong') }), Pong: schema({ ping: to('#/$defs/Ping') }) },
  ),
  REF_TO_ITSELF: schema({ value: to('#/$defs/A') }, { A: to('#/$defs/A') }),
  REF_TO_EACH_OTHER: schema({ value: to('#/$defs/A') }, { A: to('#/$defs/B'), B: to('#/$defs/A') }),
  REF_EXPONENTIAL: schema(
    { value: to('#/$defs/L0') },
    Object.fromEntries(
      Array.from({ length: 25 }, (_, level) => {
        const next = level === 24 ? text : to(`#/$defs/L${level + 1}`);
        return [`L${level}`, schema({ left: next, right: next })];
      }),
    ),
  ),

  REF_DANGLING: schema({ value: to('#/$defs/Missing') }, { Text: text }),
  REF_WITHOUT_DEFS: schema({ value: to('#/$defs/Missing') }),
  REF_EXTERNAL_HTTP: schema({ value: to('http://127.0.0.1:9/schema.json#/Text') }),
  REF_EXTERNAL_FILE: schema({ value: to('file:///etc/passwd') }),
  REF_RELATIVE_FILE: schema({ value: to('other.json#/$defs/Text') }),
  REF_EMPTY: schema({ value: to('') }),
  REF_NOT_TEXT: schema({ value: { $ref: 5 } }),
  REF_DYNAMIC: schema({ value: { $dynamicRef: '#node' } }, { Node: { ...text, $dynamicAnchor: 'node' } }),
};
