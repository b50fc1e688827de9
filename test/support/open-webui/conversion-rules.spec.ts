import { conversionFindings } from './conversion-rules.js';
import type { JsonObject } from './json-object.js';
import {
  operationWithBody,
  operationWithProperty,
  sampleDocument,
  sampleOperation,
} from './sample-document.js';

const text = { type: 'string' };
const property = (schema: unknown) => sampleDocument([operationWithProperty(schema)]);
const body = (schema: unknown) => sampleDocument([operationWithBody(schema)]);

it('nothing is lost of a good document', () => {
  expect(conversionFindings(sampleDocument())).toEqual([]);
});

it.each<[string, JsonObject, number, string[]]>([
  ['a boolean schema', property(true), 2, ['The backend fails: Open WebUI raises at demo_send_note/body']],
  [
    'a reference without components',
    sampleDocument([operationWithProperty({ $ref: '#/components/schemas/A' })], { components: undefined }),
    3,
    ['The page fails: Cannot read properties of undefined'],
  ],
  [
    'a circular reference',
    sampleDocument([operationWithProperty({ $ref: '#/components/schemas/A' })], {
      components: { schemas: { A: { $ref: '#/components/schemas/A' } } },
    }),
    3,
    ['The page fails: Maximum call stack size exceeded'],
  ],
  [
    'one name twice',
    sampleDocument([sampleOperation(), sampleOperation()]),
    4,
    Array.from({ length: 4 }, (_, index) => `The ${index < 2 ? 'backend' : 'page'} makes 2 tools`),
  ],
  [
    'a body without a type',
    body({ properties: { text }, required: ['text'] }),
    8,
    ['The page loses the property "text"', 'The page loses the required "text"'],
  ],
  [
    'a required name nobody declared',
    body({ type: 'object', properties: { text }, required: ['other'] }),
    8,
    ['The backend loses the required "other"', 'The page loses the required "other"'],
  ],
  [
    'a name a page cannot hold',
    property({ type: 'object', properties: { ['__proto__']: text } }),
    11,
    ['The page: /value/__proto__ is lost'],
  ],
])('%s', (_, spec, rule, messages) => {
  const findings = conversionFindings(spec);
  expect(findings.map((found) => found.rule)).toEqual(messages.map(() => rule));
  expect(findings.map(({ message }) => message)).toEqual(
    messages.map((message): unknown => expect.stringContaining(message)),
  );
});
