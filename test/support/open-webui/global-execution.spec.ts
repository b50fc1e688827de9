import { executeGlobal } from './global-execution.js';
import type { JsonObject } from './json-object.js';
import { pythonText } from './python-text.js';
import { operationWithBody, sampleDocument, sampleOperation } from './sample-document.js';

const route = '/api/tools/note_0/execute';
const query = (name: string, required = false) => ({ name, in: 'query', required, schema: {} });
const reader = (parameters: unknown[], path = '/a') =>
  sampleDocument([], { paths: { [path]: { get: { operationId: 'read', parameters } } } });

describe('the body', () => {
  it('holds every declared argument and no other', () => {
    expect(executeGlobal(sampleDocument(), 'demo_send_note', { text: 'hi', extra: 1 })).toEqual({
      method: 'POST',
      url: route,
      body: { text: 'hi' },
      query: {},
    });
  });

  it('holds path, query and header arguments too', () => {
    const text = { type: 'string' };
    const spec = sampleDocument([], {
      paths: {
        '/notes/{id}': {
          parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
          put: sampleOperation({
            parameters: [
              { name: 'q', in: 'query', schema: text },
              { name: 'X-Head', in: 'header', schema: text },
            ],
          }),
        },
      },
    });
    const args = { id: 'a/b c', q: 'x y', 'X-Head': 'h', text: 't' };
    expect(executeGlobal(spec, 'demo_send_note', args)).toEqual({
      method: 'PUT',
      url: '/notes/a%2Fb%20c?q=x+y',
      body: args,
      query: { q: 'x y' },
    });
  });

  it.each<[string, unknown, JsonObject | undefined]>([
    ['post', undefined, {}],
    ['delete', { $ref: '#/components/requestBodies/A' }, {}],
    ['get', { content: { 'application/json': { schema: { type: 'object' } } } }, undefined],
    ['head', undefined, undefined],
    ['patch', { content: { 'multipart/form-data': {} } }, {}],
  ])('of %s with request body %j', (method, requestBody, body) => {
    const spec = sampleDocument([], { paths: { '/a': { [method]: sampleOperation({ requestBody }) } } });
    expect(executeGlobal(spec, 'demo_send_note', {}).body).toEqual(body);
  });

  it('is empty when the schema is an array, for nothing is declared', () => {
    const spec = sampleDocument([operationWithBody({ type: 'array', items: { type: 'string' } })]);
    expect(executeGlobal(spec, 'demo_send_note', { items: ['a'] }).body).toEqual({});
  });

  it('never holds an argument named after a member every object inherits', () => {
    expect(executeGlobal(sampleDocument(), 'demo_send_note', { constructor: 'x' }).body).toEqual({});
  });
});

describe('the URL', () => {
  it('keeps a placeholder nobody filled', () => {
    const spec = reader([{ name: 'id', in: 'path', schema: {} }], '/a/{id}');
    expect(executeGlobal(spec, 'read', {}).url).toBe('/a/%7Bid%7D');
  });

  it('stands behind the registered address', () => {
    expect(executeGlobal(reader([]), 'read', {}, 'http://127.0.0.1:8000/x/').url).toBe(
      'http://127.0.0.1:8000/x/a',
    );
  });

  it('carries Python texts', () => {
    const spec = reader([query('list'), query('flag'), query('map')]);
    const request = executeGlobal(spec, 'read', { list: ['a', 'b'], flag: true, map: { k: 1 } });
    expect(request.query).toEqual({ list: "['a', 'b']", flag: 'True', map: "{'k': 1}" });
    expect(request.url).toBe('/a?list=%5B%27a%27%2C+%27b%27%5D&flag=True&map=%7B%27k%27%3A+1%7D');
  });

  it('leaves out null, and an empty text that is not required', () => {
    const spec = reader([query('a'), query('b'), query('c', true), query('d', true)]);
    expect(executeGlobal(spec, 'read', { a: null, b: '', c: '', d: null }).query).toEqual({ c: '' });
  });
});

it('takes the first operation of a name', () => {
  const spec = sampleDocument([sampleOperation(), sampleOperation()]);
  expect(executeGlobal(spec, 'demo_send_note', {}).url).toBe(route);
});

it('refuses a name the document lacks, and trace', () => {
  expect(() => executeGlobal(sampleDocument(), 'other', {})).toThrow('no operation named other');
  const spec = sampleDocument([], { paths: { '/a': { trace: { operationId: 'a' } } } });
  expect(() => executeGlobal(spec, 'a', {})).toThrow('cannot send TRACE');
});

it.each<[unknown, string]>([
  ["it's", "it's"],
  [["it's", 'a"b', `'"`, 'a\\b\n'], `["it's", 'a"b', '\\'"', 'a\\\\b\\n']`],
  [{ a: [null, false, 1.5] }, "{'a': [None, False, 1.5]}"],
])('Python writes %j as %s', (value, text) => {
  expect(pythonText(value)).toBe(text);
});
