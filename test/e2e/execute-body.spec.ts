import { type WireTool, wireTool } from '../support/odd-tools.js';
import { EXECUTE, type ScriptedComposio, startComposio } from '../support/scripted-composio.js';
import { startServer, type TestServer } from '../support/start-server.js';
import { notesTools, READ_NOTE, WRITE_NOTE } from './notes-tools.js';

const DOTTED = 'NOTES_DOTTED_NAMES';
const text = { type: 'string' };
const dotted: WireTool = wireTool({
  slug: DOTTED,
  input_parameters: {
    type: 'object',
    properties: {
      'thumb.mimeType': text,
      'thumb.size': { type: 'integer' },
      parts: { type: 'array', items: { type: 'object', properties: { 'part.id': { type: 'integer' } } } },
    },
    required: ['thumb.mimeType'],
  },
});

let composio: ScriptedComposio;
let server: TestServer;

beforeAll(async () => {
  composio = await startComposio({ tools: [...notesTools(), dotted] });
  server = await startServer({ composio });
  await server.get('/api/tools');
});

beforeEach(() => {
  composio.recover();
  composio.forget();
});

const run = (body: unknown, tool = READ_NOTE, headers: Record<string, string> = {}) =>
  server.post(`/api/tools/${tool}/execute`, body, { headers });

/** The text of the arguments that Composio was sent. */
function sentArguments(): string | undefined {
  return /^\{"user_id":"default","version":"latest","arguments":(.*)\}$/s.exec(
    composio.to(EXECUTE)[0]?.body ?? '',
  )?.[1];
}

function untyped(body: Buffer<ArrayBuffer> | null = null): Promise<Response> {
  const headers = { 'x-api-key': composio.apiKey };
  return fetch(`${server.url}/api/tools/${READ_NOTE}/execute`, { method: 'POST', headers, body });
}

describe('No arguments', () => {
  it.each([
    ['no body', undefined],
    ['an empty body', ''],
    ['white space', ' \r\n\t'],
    ['an empty object', '{}'],
    ['an empty object with space in it', '{ }'],
  ])('a tool run with %s gets an empty object of arguments', async (_, body) => {
    expect((await run(body)).status).toBe(200);
    expect(JSON.parse(sentArguments() ?? '')).toEqual({});
  });

  it('a tool runs without a body and a content type, as curl -X POST sends it', async () => {
    expect((await untyped()).status).toBe(200);
  });
});

describe('Arguments reach Composio', () => {
  it.each([
    '{"id":"a","big":9007199254740993,"huge":1e400,"tiny":-0,"long":0.1000000000000000055511151231257827}',
    '{ "id" :\t"a" ,\r\n "n" : [ 1.0 , 2.50 ] }',
    String.raw`{"id":"a","text":"caf\u00e9 \"quoted\" \\ \/ \ud83d\ude00 😀"}`,
    '{"id":"a","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    '{"id":"a","user_id":"mallory","connected_account_id":"ca_1","text":"run all","version":"1","custom_auth_params":{"base_url":"http://evil.test"}}',
    '{"id":"a","id":"b"}',
  ])('a tool gets its arguments byte for byte: %s', async (args) => {
    const answer = await run(args);

    expect(answer.status).toBe(200);
    expect(sentArguments()).toBe(args);
    expect(composio.executions[0]?.userId).toBe('default');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('a tool run by name gets its arguments byte for byte', async () => {
    const args = '{ "id" : "a" , "big" : 9007199254740993 , "__proto__" : { } }';
    const answer = await server.post(
      '/api/tools/execute',
      `{"user_id":"mallory","tool":"${READ_NOTE}","version":"1","arguments": ${args} ,"text":"x"}`,
    );

    expect(answer.status).toBe(200);
    expect(sentArguments()).toBe(args);
  });

  it('a tool gets arguments in UTF-8 under every content type that means JSON', async () => {
    const types = ['application/json; charset=utf-8', 'Application/JSON', 'application/problem+json'];
    for (const type of types) {
      const answer = await run('{"id":"größe"}', READ_NOTE, { 'content-type': type });
      expect(answer.status).toBe(200);
    }
    expect(new Set(composio.executions.map(({ body }) => body))).toEqual(
      new Set(['{"user_id":"default","version":"latest","arguments":{"id":"größe"}}']),
    );
  });
});

it('A body without a content type is taken as JSON', async () => {
  expect((await untyped(Buffer.from('{"id":"a"}'))).status).toBe(200);
  expect(sentArguments()).toBe('{"id":"a"}');
});

describe('Names that a model could not use', () => {
  it('a tool gets its own names for those the model used, digits kept', async () => {
    const answer = await run('{"thumb_mimeType":"image/png","parts":[{"part_id":9007199254740993}]}', DOTTED);

    expect(answer.status).toBe(200);
    expect(sentArguments()).toBe('{"thumb.mimeType":"image/png","parts":[{"part.id":9007199254740993}]}');
  });

  it('a caller who knows the tool’s own names may use them', async () => {
    expect((await run('{"thumb.mimeType":"image/png"}', DOTTED)).status).toBe(200);
    expect(sentArguments()).toBe('{"thumb.mimeType":"image/png"}');
  });

  it.each([
    ['the same member twice', '{"thumb_mimeType":"a","thumb_mimeType":"b"}'],
    ['a member called __proto__', '{"thumb_mimeType":"a","__proto__":{"polluted":1}}'],
    ['both spellings of one member', '{"thumb_mimeType":"a","thumb.mimeType":"b"}'],
    ['a number beyond all bounds', '{"thumb_mimeType":"a","thumb_size":1e400}'],
  ])('do not make the server stumble over %s', async (_, body) => {
    const answer = await run(body, DOTTED);

    expect([200, 400, 422]).toContain(answer.status);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    if (answer.status === 200) expect(sentArguments()).toContain('"thumb.mimeType"');
  });
});

describe('A body is refused before Composio hears of it', () => {
  const deep = `${'{"a":'.repeat(70)}1${'}'.repeat(70)}`;
  it.each([
    ['a list', '[]', 400, 'request_invalid'],
    ['a text', '"hello"', 400, 'request_invalid'],
    ['a number', '7', 400, 'request_invalid'],
    ['null', 'null', 400, 'request_invalid'],
    ['broken JSON', '{"id":', 400, 'request_invalid'],
    ['two objects', '{}{}', 400, 'request_invalid'],
    ['single quotes', "{'id':1}", 400, 'request_invalid'],
    ['NaN', '{"id":NaN}', 400, 'request_invalid'],
    ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 400, 'request_invalid'],
    ['too many levels', deep, 400, 'request_invalid'],
    ['levels that never end', '['.repeat(100_000), 400, 'request_invalid'],
    ['more than this server takes', `{"id":"${'x'.repeat(5 * 1024 * 1024)}"}`, 413, 'body_too_large'],
  ])('a call whose body is %s is refused and runs nothing', async (_, body, status, code) => {
    const answer = await run(body);

    expect(answer.type).toBe('application/problem+json');
    expect(answer.body).toMatchObject({ status, code, retryable: false });
    expect(composio.count()).toBe(0);
  });

  it.each(['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'nonsense'])(
    'a call whose content type is %s is refused and runs nothing',
    async (type) => {
      const { body } = await run('{}', READ_NOTE, { 'content-type': type });

      expect(body).toMatchObject({ status: 400, code: 'request_invalid' });
      expect(composio.count()).toBe(0);
    },
  );

  it('a call by name with arguments that are no object is refused, naming them', async () => {
    for (const args of ['"{}"', 'null', '[]', '5']) {
      const { body } = await server.post('/api/tools/execute', `{"tool":"${READ_NOTE}","arguments":${args}}`);
      expect(body).toMatchObject({ status: 400, code: 'request_invalid', errors: [{ path: '/arguments' }] });
    }
    const { body } = await server.post('/api/tools/execute', {});
    expect(body).toMatchObject({ code: 'request_invalid', errors: [{ path: '/tool' }] });
    expect(composio.count()).toBe(0);
  });
});

describe('Arguments that do not fit the tool', () => {
  it('are refused before Composio hears of it, each with its place and what is wanted there', async () => {
    const { body } = await run({ number: 'seven', tags: ['a', 5] }, WRITE_NOTE);

    expect(body).toMatchObject({
      status: 422,
      code: 'arguments_invalid',
      retryable: false,
      fix: expect.any(String),
      errors: [
        { path: '', message: "must have required property 'text'" },
        { path: '/number', message: 'must be number' },
        { path: '/tags/1', message: 'must be string' },
      ],
    });
    expect(body.detail).toContain(WRITE_NOTE);
    expect(composio.count()).toBe(0);
  });

  it('are refused in the same way when the tool is run by name', async () => {
    const { body } = await server.post('/api/tools/execute', { tool: WRITE_NOTE });

    expect(body).toMatchObject({ code: 'arguments_invalid', errors: [{ path: '' }] });
    expect(composio.count()).toBe(0);
  });

  it('are counted out only as far as a model can bear', async () => {
    const { body, text } = await run({ tags: Array.from({ length: 5_000 }, () => 0) }, WRITE_NOTE);

    expect(body.code).toBe('arguments_invalid');
    expect(text.length).toBeLessThan(2_000);
  });
});
