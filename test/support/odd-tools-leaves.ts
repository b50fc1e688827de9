import * as fc from 'fast-check';

type JsonSchema = Record<string, unknown>;

const some = (keys: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<JsonSchema> =>
  fc.record(keys, { requiredKeys: [] }).map((picked): JsonSchema => ({ ...picked }));
const to = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });
const bound = fc.constantFrom(-1, 0, 1, 2, 10, 1.5, 2 ** 40);
const size = fc.constantFrom(0, 1, 3, 100);

/** A property name: mostly plain, else dotted, spaced, escaped, inherited or a keyword; two may collide. */
export const oddName: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('id', 'query', 'limit', 'user_id', 'value') },
  { weight: 1, arbitrary: fc.constantFrom('a.b', 'a_b', 'a b', 'a/b', 'a~b', 'a~1b', 'A_b', 'filter[a]') },
  { weight: 1, arbitrary: fc.constantFrom('$filter', '$ref', '__proto__', 'constructor', 'toString') },
  { weight: 1, arbitrary: fc.constantFrom('type', 'properties', 'required', 'items', '', '1', 'größe') },
  { weight: 1, arbitrary: fc.constantFrom('n'.repeat(64), 'n'.repeat(65), `${'n'.repeat(64)}m`) },
);

/** Any JSON value a schema may mention in `enum`, `const`, `default` or `examples`. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>('a', 'b', '', 'two words', 0, 1, -1.5, true, false, null),
  fc.constantFrom<unknown>([], ['a'], {}, { a: { b: [null] } }, 'long '.repeat(50)),
);

/** A description: a text, nothing, null, far too much, HTML, markdown or control characters. */
export const oddDescription: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.string({ maxLength: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom(null, '', ' ', 'words '.repeat(2_000), 5) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('<b onclick="x()">Bold</b> &amp;', '# Title\n* `a` [b](c)', '\u0000\u2028'),
  },
);

/** A reference: local, recursive, mutually recursive, dangling, escaped or external; see oddDefinitions. */
export const oddReference: fc.Arbitrary<JsonSchema> = fc
  .oneof(
    { weight: 3, arbitrary: fc.constantFrom('#/$defs/Plain', '#/$defs/Other', '#/definitions/Old') },
    {
      weight: 2,
      arbitrary: fc.constantFrom('#/$defs/Tree', '#/$defs/Ping', '#/$defs/Pong', '#/$defs/Loop', '#'),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('#/$defs/a~1b', '#/$defs/c~0d', '#/$defs/e%20f', '#/properties/id'),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('#/$defs/Missing', '#/components/schemas/Plain', '#/$defs/__proto__'),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('http://127.0.0.1:9/a.json#/A', 'file:///etc/passwd', '', '#anchor'),
    },
  )
  .chain(($ref) =>
    some({ description: oddDescription, default: oddValue }).map((beside) => ({ $ref, ...beside })),
  );

/** The definitions the references above point to, with room for arbitrary schemas. */
export function oddDefinitions(node: fc.Arbitrary<unknown>): fc.Arbitrary<JsonSchema> {
  return fc.tuple(node, node, node).map(([plain, other, inner]) => ({
    Plain: plain,
    Other: other,
    Tree: { type: 'object', properties: { value: inner, children: { type: 'array', items: to('Tree') } } },
    Ping: { type: 'object', properties: { pong: to('Pong'), value: inner }, required: ['pong'] },
    Pong: { type: 'object', additionalProperties: to('Ping'), properties: { ping: to('Ping') } },
    Loop: to('Loop'),
    'a/b': { type: 'string' },
    'c~d': { type: 'integer' },
    'e f': { type: 'boolean' },
  }));
}

const annotations = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: some({
      title: fc.constantFrom('Title', ''),
      description: oddDescription,
      default: oddValue,
      nullable: fc.boolean(),
      examples: fc.oneof(fc.array(oddValue, { maxLength: 3 }), fc.constant('no list')),
    }),
  },
  {
    weight: 1,
    arbitrary: some({
      human_parameter_name: fc.constant('Value'),
      human_parameter_description: oddDescription,
      deprecated: fc.boolean(),
      'x-order': fc.nat(9),
    }),
  },
);

const text = some({
  format: fc.constantFrom('date-time', 'email', 'uri', 'path', 'nonsense'),
  pattern: fc.constantFrom('^[a-z]+$', '([a-z', '^(?=.*[0-9]).+$', '^(a+)+$', String.raw`(?P<y>\d+)\Z`),
  minLength: size,
  maxLength: size,
}).map((rest): JsonSchema => ({ type: 'string', ...rest }));

const number = some({
  minimum: bound,
  maximum: bound,
  exclusiveMinimum: fc.oneof(bound, fc.boolean()),
  exclusiveMaximum: fc.oneof(bound, fc.boolean()),
  multipleOf: fc.constantFrom(0.01, 1, 2, 0),
}).chain((rest) => fc.constantFrom('integer', 'number').map((type): JsonSchema => ({ type, ...rest })));

const choice = fc
  .tuple(
    fc.oneof(
      { weight: 4, arbitrary: fc.array(oddValue, { maxLength: 6 }) },
      { weight: 2, arbitrary: fc.constantFrom(['a', 'b'], ['a', null], ['1', 2, true], [1, 2], []) },
      { weight: 1, arbitrary: fc.integer({ min: 101, max: 160 }).map((count) => manyOptions(count)) },
    ),
    fc.constantFrom('string', 'integer', undefined),
  )
  .map(([values, type]): JsonSchema => ({ ...(type ? { type } : {}), enum: values }));

const constant = fc
  .tuple(oddValue, fc.constantFrom('string', 'number', undefined))
  .map(([value, type]): JsonSchema => ({ ...(type ? { type } : {}), const: value }));

const typeOnly = fc
  .constantFrom<unknown>(
    'boolean',
    'array',
    'object',
    'null',
    'any',
    null,
    [],
    ['string', 'null'],
    ['string', 'integer'],
    ['object', 'null'],
    ['array', 'string'],
  )
  .map((type): JsonSchema => ({ type }));

const file = fc.constantFrom<JsonSchema>(
  { type: 'string', format: 'path', file_uploadable: true },
  {
    type: 'object',
    file_uploadable: true,
    properties: { name: { type: 'string' }, mimetype: { type: 'string' }, s3key: { type: 'string' } },
    required: ['name', 'mimetype', 's3key'],
  },
);

/** A schema without subschemas of its own making, or what stands in the place of one: a boolean, rarely null. */
export const oddLeaf: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 12, arbitrary: annotated(fc.oneof(text, number, choice, constant, typeOnly, file)) },
  { weight: 3, arbitrary: oddReference },
  { weight: 2, arbitrary: annotated(fc.constant({})) },
  { weight: 1, arbitrary: fc.constantFrom(true, false, null) },
);

/** Puts titles, descriptions, defaults and examples beside what a schema says. */
export function annotated(schema: fc.Arbitrary<JsonSchema>): fc.Arbitrary<JsonSchema> {
  return fc.tuple(schema, annotations).map(([said, beside]) => ({ ...beside, ...said }));
}

function manyOptions(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `option_${index}`);
}
