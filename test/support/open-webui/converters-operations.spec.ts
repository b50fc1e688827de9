import { convertDirect } from './direct-converter.js';
import { convertGlobal } from './global-converter.js';
import { ImportCrash } from './import-crash.js';
import type { JsonObject } from './json-object.js';
import { sampleDocument, sampleOperation } from './sample-document.js';

const convert = { global: convertGlobal, direct: convertDirect };
const clients = ['global', 'direct'] as const;

function withParameters(...parameters: unknown[]): JsonObject {
  const { requestBody: _, ...operation } = sampleOperation({ parameters });
  return sampleDocument([operation]);
}

describe.each(clients)('an operation, %s server', (client) => {
  it.each<[string, JsonObject]>([
    ['without an operationId', { '/a': { post: { description: 'd' } } }],
    ['with an empty operationId', { '/a': { post: { operationId: '' } } }],
    ['under an upper-case method', { '/a': { POST: { operationId: 'a' } } }],
    ['behind a path item reference', { '/a': { $ref: '#/components/pathItems/A' } }],
    ['under a key that is no method', { '/a': { 'x-post': { operationId: 'a' } } }],
  ])('%s is dropped', (_, paths) => {
    expect(convert[client]({ ...sampleDocument(), paths })).toEqual([]);
  });

  it('keeps duplicate names and the order of the document', () => {
    const operations = ['b', 'a', 'b'].map((operationId) => sampleOperation({ operationId }));
    expect(convert[client](sampleDocument(operations)).map(({ name }) => name)).toEqual(['b', 'a', 'b']);
  });

  it('without description and summary says so', () => {
    const spec = sampleDocument([{ operationId: 'a' }]);
    expect(convert[client](spec)[0]?.description).toBe('No description available.');
  });

  it.each<[string, unknown]>([
    ['a reference', { $ref: '#/components/requestBodies/A' }],
    ['another media type', { content: { 'multipart/form-data': { schema: { type: 'object' } } } }],
    [
      'a media type with a charset',
      {
        content: {
          'application/json; charset=utf-8': { schema: { type: 'object', properties: { a: {} } } },
        },
      },
    ],
    ['missing', undefined],
  ])('whose request body is %s has no parameters', (_, requestBody) => {
    expect(convert[client](sampleDocument([sampleOperation({ requestBody })]))[0]?.parameters).toEqual({
      type: 'object',
      properties: {},
      required: [],
    });
  });

  it('takes the body schema when path and body share a name, and joins what is required', () => {
    const operation = sampleOperation({
      parameters: [
        { name: 'text', in: 'path', required: true, schema: { type: 'integer' } },
        { name: 'id', in: 'path', required: true, schema: { type: 'integer' } },
      ],
    });
    const parameters = convert[client](sampleDocument([operation]))[0]?.parameters;
    expect(parameters?.['properties']).toMatchObject({ text: { type: 'string' }, id: { type: 'integer' } });
    expect(parameters?.['required']).toEqual(['text', 'id']);
  });

  it('shows path-level, header and cookie parameters to the model', () => {
    const spec = sampleDocument([], {
      paths: {
        '/a': {
          parameters: [{ name: 'shared', in: 'query', schema: { type: 'string' } }],
          get: {
            operationId: 'a',
            parameters: [
              { name: 'X-Head', in: 'header', schema: { type: 'string' } },
              { name: 'crumb', in: 'cookie', schema: { type: 'string' } },
            ],
          },
        },
      },
    });
    const properties = convert[client](spec)[0]?.parameters['properties'];
    expect(Object.keys(properties ?? {})).toEqual(['shared', 'X-Head', 'crumb']);
  });

  it('drops a parameter without a name, such as a reference', () => {
    const spec = withParameters({ $ref: '#/components/parameters/A' }, { in: 'query' });
    expect(convert[client](spec)[0]?.parameters['properties']).toEqual({});
  });
});

it('an empty description hides the summary from the backend only', () => {
  const spec = sampleDocument([sampleOperation({ description: '' })]);
  expect(convertGlobal(spec)[0]?.description).toBe('');
  expect(convertDirect(spec)[0]?.description).toBe('Send a note');
});

describe('a parameter', () => {
  const rows: { row: string; input: JsonObject; global: unknown; direct: unknown }[] = [
    {
      row: 'without a type',
      input: { schema: {}, description: 'd' },
      global: { type: 'string', description: 'd' },
      direct: { description: 'd' },
    },
    {
      row: 'behind a reference',
      input: { schema: { $ref: '#/components/schemas/A' } },
      global: { type: 'string', description: '' },
      direct: { description: '' },
    },
    {
      row: 'with anyOf',
      input: { schema: { anyOf: [{ type: 'integer' }, { type: 'null' }] } },
      global: { type: 'string', description: '' },
      direct: { description: '' },
    },
    {
      row: 'with an enum',
      input: { schema: { type: 'string', enum: ['a', 1] }, description: 'Pick' },
      global: { type: 'string', description: 'Pick. Possible values: a, 1' },
      direct: { type: 'string', description: 'Pick. Possible values: a, 1' },
    },
    {
      row: 'with bounds and a default',
      input: { schema: { type: 'integer', default: 1, minimum: 0, format: 'int32' } },
      global: { type: 'integer', description: '' },
      direct: { type: 'integer', description: '' },
    },
    {
      row: 'that is an array',
      input: { schema: { type: 'array', items: { type: 'integer' } } },
      global: { type: 'array', description: '', items: { type: 'integer' } },
      direct: { type: 'array', description: '' },
    },
    {
      row: 'that is an object',
      input: { schema: { type: 'object', properties: { a: { type: 'string' } } } },
      global: { type: 'object', description: '' },
      direct: { type: 'object', description: '' },
    },
  ];

  it.each(rows)('$row', ({ input, global, direct }) => {
    const spec = withParameters({ name: 'value', in: 'query', ...input });
    expect(convertGlobal(spec)[0]?.parameters['properties']).toEqual({ value: global });
    expect(convertDirect(spec)[0]?.parameters['properties']).toEqual({ value: direct });
  });

  it.each<[string, JsonObject]>([
    ['a null schema', withParameters({ name: 'a', in: 'query', schema: null })],
    ['a boolean schema', withParameters({ name: 'a', in: 'query', schema: true })],
    ['no object', withParameters(null)],
    ['a null list', sampleDocument([sampleOperation({ parameters: null })])],
  ])('with %s makes the backend raise', (_, spec) => {
    expect(() => convertGlobal(spec)).toThrow(ImportCrash);
  });
});
