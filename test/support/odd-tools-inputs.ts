import { ODD_REFERENCES } from './odd-tools-references.js';

type JsonSchema = Record<string, unknown>;

const text = { type: 'string', description: 'A text' };
const number = { type: 'integer', description: 'A number' };
const person = { type: 'object', properties: { name: text }, required: ['name'] };
const company = { type: 'object', properties: { company: text, size: number }, required: ['company'] };

const object = (properties: JsonSchema, more: JsonSchema = {}): JsonSchema => ({
  type: 'object',
  properties,
  ...more,
});
const value = (schema: unknown, more: JsonSchema = {}): JsonSchema => object({ value: schema }, more);
const name = (...names: string[]): JsonSchema => object(Object.fromEntries(names.map((key) => [key, text])));
const list = (length: number): string[] => Array.from({ length }, (_, index) => `option_${index}`);
const deep = (levels: number, wrap: (inner: JsonSchema) => JsonSchema): JsonSchema =>
  levels === 0 ? text : wrap(deep(levels - 1, wrap));

const file = {
  type: 'object',
  title: 'FileUploadable',
  file_uploadable: true,
  properties: { name: text, mimetype: text, s3key: text },
  required: ['name', 'mimetype', 's3key'],
};

/** Input schemas with one oddity each, by the name of the oddity. */
export const ODD_INPUTS: Readonly<Record<string, JsonSchema>> = {
  ...ODD_REFERENCES,

  PROPERTY_TRUE: value(true),
  PROPERTY_FALSE: value(false),
  PROPERTY_NULL: value(null),
  PROPERTY_EMPTY: value({}),
  ITEMS_TRUE: value({ type: 'array', items: true }),
  BRANCH_TRUE: value({ anyOf: [text, true] }),

  REQUIRED_NULL: value(text, { required: null }),
  REQUIRED_NULL_NESTED: value({ ...person, required: null }),
  REQUIRED_DUPLICATED: value(text, { required: ['value', 'value'] }),
  REQUIRED_UNDECLARED: value(text, { required: ['value', 'other'] }),
  REQUIRED_ONLY_UNDECLARED: { type: 'object', properties: {}, required: ['other'] },
  REQUIRED_TEXT: value(text, { required: 'value' }),
  REQUIRED_TRUE_ON_PROPERTY: value({ ...text, required: true }),
  REQUIRED_OF_OTHER_TYPES: value(text, { required: ['value', 1, null] }),
  REQUIRED_EMPTY: value(text, { required: [] }),

  INPUT_EMPTY: {},
  INPUT_BARE_OBJECT: { type: 'object' },
  INPUT_PROPERTIES_EMPTY: object({}),
  INPUT_PROPERTIES_NULL: { type: 'object', properties: null },
  INPUT_WITHOUT_TYPE: { properties: { value: text }, required: ['value'] },
  INPUT_TYPE_NULL: { type: null, properties: { value: text } },
  INPUT_TYPE_LIST: { type: ['object', 'null'], properties: { value: text } },
  INPUT_ARRAY: { type: 'array', items: text },
  INPUT_NULLABLE: value(text, { nullable: true }),
  INPUT_ANY_OF: { anyOf: [person, company] },
  INPUT_ANY_OF_BESIDE_PROPERTIES: value(text, { anyOf: [{ required: ['value'] }, company] }),
  INPUT_ONE_OF: { type: 'object', oneOf: [person, company] },
  INPUT_ALL_OF: { allOf: [person, company] },

  ALL_OF_MERGES: value({ allOf: [person, company] }),
  ALL_OF_BESIDE_PROPERTIES: value({ ...person, allOf: [company, { required: ['size'] }] }),
  ALL_OF_CONFLICTING_BOUNDS: value({
    type: 'integer',
    allOf: [{ minimum: 5 }, { maximum: 3 }, { minimum: 1 }],
  }),
  ALL_OF_CONFLICTING_TYPES: value({ allOf: [text, number] }),
  ALL_OF_SAME_PROPERTY: value({ allOf: [person, object({ name: { type: 'string', maxLength: 5 } })] }),
  ALL_OF_EMPTY: value({ allOf: [] }),

  ANY_OF_NULL: value({ anyOf: [text, { type: 'null' }], default: null, description: 'Or nothing' }),
  ANY_OF_ONLY_NULL: value({ anyOf: [{ type: 'null' }] }),
  ANY_OF_SINGLE: value({ anyOf: [number] }),
  ANY_OF_EMPTY: value({ anyOf: [] }),
  ANY_OF_UNION: value({ anyOf: [text, number], description: 'Name or number' }),
  ANY_OF_UNION_AND_NULL: value({ anyOf: [text, number, { type: 'null' }] }),
  ANY_OF_OBJECTS: value({ anyOf: [person, company] }),
  ANY_OF_CLASHING_OBJECTS: value({ anyOf: [person, object({ name: number })] }),
  ANY_OF_OBJECT_OR_LIST: value({ anyOf: [person, { type: 'array', items: person }] }),
  ANY_OF_NESTED: value({ anyOf: [{ anyOf: [text, { type: 'null' }] }, { oneOf: [number, person] }] }),
  ANY_OF_CONSTS: value({ anyOf: [{ const: 'a' }, { const: 'b' }] }),
  ANY_OF_UNTYPED: value({ type: 'string', anyOf: [{ format: 'email' }, { format: 'uri' }] }),
  ANY_OF_CONTRADICTS_TYPE: value({ type: 'string', anyOf: [number, { type: 'boolean' }] }),
  ONE_OF_NULL: value({ oneOf: [{ type: 'null' }, person] }),
  ONE_OF_DISCRIMINATED: value({
    oneOf: [object({ kind: { const: 'a' }, a: text }), object({ kind: { const: 'b' }, b: number })],
    discriminator: { propertyName: 'kind' },
  }),

  NULLABLE: value({ ...text, nullable: true }),
  TYPE_NULL: value({ type: 'null' }),
  TYPE_LIST_NULL: value({ type: ['string', 'null'] }),
  TYPE_LIST_UNION: value({ type: ['string', 'integer', 'boolean'] }),
  TYPE_LIST_WITH_ARRAY: value({ type: ['string', 'array'], items: text }),
  TYPE_LIST_EMPTY: value({ type: [] }),
  TYPE_UNKNOWN: value({ type: 'any', description: 'Whatever' }),
  TYPE_MISSING_WITH_PROPERTIES: value({ properties: { name: text } }),
  TYPE_MISSING_WITH_ITEMS: value({ items: text }),
  TYPE_MISSING_WITH_ENUM: value({ enum: ['a', 'b'] }),
  TYPE_MISSING_WITH_DESCRIPTION: value({ description: 'Anything at all' }),

  ARRAY_WITHOUT_ITEMS: value({ type: 'array' }),
  ARRAY_ITEMS_EMPTY: value({ type: 'array', items: {} }),
  ARRAY_TUPLE_ITEMS: value({ type: 'array', items: [text, number] }),
  ARRAY_PREFIX_ITEMS: value({ type: 'array', prefixItems: [text, number], items: false }),
  ARRAY_OF_ARRAYS: value({ type: 'array', items: { type: 'array', items: { type: 'array', items: {} } } }),
  ARRAY_CONTAINS: value({ type: 'array', items: text, contains: { const: 'a' }, minContains: 1 }),
  ARRAY_UNIQUE: value({ type: 'array', items: number, uniqueItems: true, minItems: 3, maxItems: 1 }),

  CONST_STRING: value({ const: 'a' }),
  CONST_NUMBER: value({ type: 'number', const: 1.5 }),
  CONST_NULL: value({ const: null }),
  CONST_OBJECT: value({ const: { a: [1, { b: null }] } }),
  CONST_CONTRADICTS_TYPE: value({ type: 'string', const: 1 }),

  ENUM_MIXED: value({ enum: ['a', 1, true, 1.5] }),
  ENUM_WITH_NULL: value({ type: 'string', enum: ['a', null], nullable: true }),
  ENUM_ONLY_NULL: value({ enum: [null] }),
  ENUM_LONG: value({ type: 'string', enum: list(250), description: 'Pick one' }),
  ENUM_LONG_VALUES: value({ type: 'string', enum: list(5).map((option) => option.repeat(60)) }),
  ENUM_EMPTY: value({ type: 'string', enum: [] }),
  ENUM_DUPLICATED: value({ type: 'string', enum: ['a', 'b', 'a'] }),
  ENUM_EMPTY_STRING: value({ type: 'string', enum: ['', 'a'] }),
  ENUM_OBJECTS: value({ enum: [{ a: 1 }, ['b']] }),
  ENUM_CONTRADICTS_TYPE: value({ type: 'integer', enum: ['1', '2'] }),
  ENUM_NOT_A_LIST: value({ type: 'string', enum: 'a' }),
  ENUM_OF_ITEMS: value({ type: 'array', items: { type: 'string', enum: ['a', 'b'] } }),

  DEFAULT_NULL: value({ ...text, default: null }),
  DEFAULT_OF_OTHER_TYPE: value({ type: 'integer', default: 'ten' }),
  DEFAULT_OUTSIDE_ENUM: value({ type: 'string', enum: ['a'], default: 'z' }),
  DEFAULT_OBJECT: value({ ...person, default: { name: 'x' } }),
  DEFAULT_LONG: value({ ...text, default: 'long default '.repeat(100) }),

  DEEP_OBJECTS: value(deep(12, (inner) => object({ inner }))),
  DEEP_ARRAYS: value(deep(12, (items) => ({ type: 'array', items }))),
  DEEP_UNIONS: value(deep(12, (inner) => ({ anyOf: [inner, { type: 'null' }] }))),
  WIDE: object(Object.fromEntries(list(120).map((option) => [option, text]))),

  NAME_DOTTED: name('thumb.mimeType'),
  NAME_SPACED: name('first name'),
  NAME_SLASHED: name('a/b'),
  NAME_TILDE: name('a~b', 'a~0b', 'a~1b'),
  NAME_DOLLAR: name('$filter'),
  NAME_PROTO: name('__proto__', 'plain'),
  NAME_CONSTRUCTOR: name('constructor', 'toString', 'hasOwnProperty'),
  NAME_COLLIDES_DOT: object({ 'a.b': text, a_b: number }),
  NAME_COLLIDES_MANY: object({ 'a.b': text, 'a b': text, 'a/b': text, a_b: number, a_b_2: text }),
  NAME_COLLIDES_CASE: object({ Name: text, name: number }),
  NAME_EMPTY: name('', 'plain'),
  NAME_UNICODE: name('größe', '名前', '😀'),
  NAME_LONG: name('n'.repeat(100), `${'n'.repeat(100)}m`),
  NAME_OF_KEYWORDS: name('$ref', 'type', 'properties', 'required', 'items', 'enum', 'anyOf', 'default'),
  NAME_DIGITS: name('2', '10', '1'),
  NAME_BRACKETS: name('filter[name]', 'ids[]'),

  ADDITIONAL_TRUE: value({ ...person, additionalProperties: true }),
  ADDITIONAL_FALSE: value({ ...person, additionalProperties: false }),
  ADDITIONAL_SCHEMA: value({ type: 'object', additionalProperties: number }),
  ADDITIONAL_EMPTY: value({ type: 'object', additionalProperties: {} }),
  ADDITIONAL_AT_ROOT: value(text, { additionalProperties: true }),
  ADDITIONAL_ONLY_AT_ROOT: { type: 'object', additionalProperties: text },
  PATTERN_PROPERTIES: value({
    type: 'object',
    patternProperties: { '^x-': text },
    additionalProperties: false,
  }),
  PROPERTY_NAMES: value({
    type: 'object',
    propertyNames: { pattern: '^[a-z]+$' },
    additionalProperties: text,
  }),
  MIN_PROPERTIES: value({ type: 'object', minProperties: 1, maxProperties: 3, additionalProperties: text }),
  UNEVALUATED: value({ ...person, unevaluatedProperties: false }),
  NOT: value({ type: 'string', not: { enum: ['a'] } }),
  IF_THEN_ELSE: object(
    { kind: { enum: ['a', 'b'] }, size: number },
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    { if: { properties: { kind: { const: 'a' } } }, then: { required: ['size'] }, else: {} },
  ),
  DEPENDENT_REQUIRED: object({ a: text, b: text }, { dependentRequired: { a: ['b'] } }),
  DEPENDENT_SCHEMAS: object({ a: text, b: text }, { dependentSchemas: { a: { required: ['b'] } } }),
  DEPENDENCIES: object({ a: text, b: text }, { dependencies: { a: ['b'], b: { required: ['a'] } } }),

  EXCLUSIVE_MINIMUM_NUMBER: value({ type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 10 }),
  EXCLUSIVE_MINIMUM_BOOLEAN: value({ type: 'number', minimum: 0, exclusiveMinimum: true }),
  MULTIPLE_OF: value({ type: 'number', multipleOf: 0.01 }),
  MULTIPLE_OF_ZERO: value({ type: 'number', multipleOf: 0 }),
  MINIMUM_ABOVE_MAXIMUM: value({ type: 'integer', minimum: 9, maximum: 1 }),
  MINIMUM_AS_TEXT: value({ type: 'integer', minimum: '1' }),
  LENGTH_NEGATIVE: value({ type: 'string', minLength: -1, maxLength: 1.5 }),
  INTEGER_UNSAFE: value({ type: 'integer', maximum: 2 ** 63, default: 2 ** 60 }),
  FORMAT_PATH: value({ type: 'string', format: 'path' }),
  FORMAT_DATE_TIME: value({ type: 'string', format: 'date-time' }),
  FORMAT_INT64: value({ type: 'integer', format: 'int64' }),
  PATTERN_INVALID: value({ type: 'string', pattern: '([a-z' }),
  PATTERN_PYTHON: value({ type: 'string', pattern: String.raw`(?P<year>\d{4})\Z` }),
  PATTERN_LOOKAHEAD: value({ type: 'string', pattern: '^(?=.*[0-9])(?!x).+$' }),
  PATTERN_CATASTROPHIC: value({ type: 'string', pattern: '^(a+)+$' }),
  PATTERN_NOT_TEXT: value({ type: 'string', pattern: 5 }),

  FILE_UPLOADABLE: value(file),
  FILE_UPLOADABLE_OR_LIST: value({ anyOf: [file, { type: 'array', items: file }] }),
  FILE_UPLOADABLE_STRING: value({ type: 'string', format: 'path', file_uploadable: true }),

  EXAMPLES_OF_OTHER_TYPE: value({ type: 'integer', examples: ['1', 'two'] }),
  EXAMPLES_NOT_A_LIST: value({ type: 'string', examples: 'x', example: 1 }),
  TITLE_EVERYWHERE: value({ ...text, title: 'Value' }, { title: 'Request', description: 'The request' }),
  TITLE_NOT_TEXT: value({ type: 'string', title: 5 }),
  HUMAN_PARAMETER: value({
    ...text,
    human_parameter_name: 'Value',
    human_parameter_description: 'Your value',
  }),
  VENDOR_KEYWORDS: value({ ...text, 'x-order': 1, readOnly: true, deprecated: true, $comment: 'x' }),
  SCHEMA_AND_ID: value(text, {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://x.example/a',
  }),
  DESCRIPTION_NULL: value({ type: 'string', description: null }),
  DESCRIPTION_EMPTY: value({ type: 'string', description: '' }),
  DESCRIPTION_HUGE: value({ type: 'string', description: 'Long words, many of them. '.repeat(800) }),
  DESCRIPTION_HTML: value({ type: 'string', description: '<p onclick="x()">A <b>text</b> &lt;here&gt;</p>' }),
  DESCRIPTION_MARKDOWN: value({
    type: 'string',
    description: '# Title\n\n* `a`\n* [b](javascript:alert(1))\n',
  }),
  DESCRIPTION_CONTROL: value({ type: 'string', description: 'a\u0000b\u001B[31mc\u2028d\uD800e' }),
  DESCRIPTION_OBJECT: value({ type: 'string', description: { en: 'A text' } }),
};
