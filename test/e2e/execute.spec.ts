import { wireTool } from '../support/odd-tools.js';
import { status, text } from '../support/scripted-composio-faults.js';
import { EXECUTE, type ScriptedComposio, startComposio } from '../support/scripted-composio.js';
import { startServer, type TestServer } from '../support/start-server.js';
import { notesTools, READ_NOTE, WRITE_NOTE } from './notes-tools.js';

const LONG = `NOTES_${'VERY_'.repeat(12)}LONG`;
let composio: ScriptedComposio;
let server: TestServer;

beforeAll(async () => {
  composio = await startComposio({ tools: [...notesTools(), wireTool({ slug: LONG })] });
  server = await startServer({ composio, env: { REQUEST_TIMEOUT: '1.5' } });
  await server.get('/api/tools');
});

beforeEach(() => {
  composio.recover();
  composio.forget();
});

const run = (tool = WRITE_NOTE, body: unknown = { text: 'hello' }) =>
  server.post(`/api/tools/${tool}/execute`, body);

describe('A tool that ran', () => {
  it.each([
    '{"id":9007199254740993,"cost":1e400,"exact":0.10000000000000000555,"minus":-0}',
    '{ "id" :\t[ ] ,\n "nested":{"data":{"data":1}} }',
    '{"text":"caf\\u00e9 \\"}{][,: \\\\"}',
    '{"__proto__":{"a":1}}',
  ])('gives its data byte for byte: %s', async (data) => {
    composio.on(EXECUTE).once(text(`{ "error":null,"data": ${data} ,"successful":true,"log_id":"log_7"}`));

    const answer = await run();

    expect(answer.status).toBe(200);
    expect(answer.type).toBe('application/json');
    expect(answer.text).toBe(data);
    expect(answer.headers['x-composio-log-id']).toBe('log_7');
  });

  it.each(['"data":{},', '"data":null,', ''])(
    'a caller learns that a tool succeeded where it gave nothing: {%s…}',
    async (data) => {
      composio.on(EXECUTE).once(text(`{${data}"successful":true,"error":null}`));

      const answer = await run();

      expect(answer.status).toBe(200);
      expect(answer.text).toBe('{"successful":true}');
      expect(answer.headers).not.toHaveProperty('x-composio-log-id');
    },
  );

  it.each(['[1,2]', '"text"', '12345678901234567890', 'false'])(
    'gives an object, whatever the tool gave: %s',
    async (data) => {
      composio.on(EXECUTE).once(text(`{"data":${data},"successful":true}`));

      expect((await run()).text).toBe(`{"result":${data}}`);
    },
  );

  it('gives megabytes as they are', async () => {
    const data = JSON.stringify({ text: 'ä "quoted" \\ 😀 '.repeat(300_000) });
    composio.on(EXECUTE).once(text(`{"data":${data},"successful":true}`));

    const answer = await run();

    expect(answer.status).toBe(200);
    expect(answer.text === data).toBe(true);
  });

  it('ran in its newest version, as the user of the settings, by its slug in any case', async () => {
    await run(WRITE_NOTE.toLowerCase());

    expect(composio.to(EXECUTE)[0]?.path).toBe(`/api/v3.1/tools/execute/${WRITE_NOTE}`);
    expect(JSON.parse(composio.executions[0]?.body ?? '')).toEqual({
      user_id: 'default',
      version: 'latest',
      arguments: { text: 'hello' },
    });
  });

  it('whose name is too long for a model ran by its name in the document too', async () => {
    const { body } = await server.get('/openapi.json');
    const [path, operation] = Object.entries<{ post: { operationId: string } }>(body.paths).find(([path]) =>
      path.includes(LONG),
    ) ?? ['', { post: { operationId: '' } }];
    const name = operation.post.operationId;

    expect(name).toMatch(/^[A-Z_0-9]{64}$/);
    expect((await server.post(path, {})).status).toBe(200);
    expect((await run(name)).status).toBe(200);
    expect((await server.post('/api/tools/execute', { tool: name })).status).toBe(200);
    expect(composio.executions.map(({ tool }) => tool)).toEqual([LONG, LONG, LONG]);
  });
});

describe('The provider’s own words', () => {
  it('a model gets the provider’s words with a failure it can act on, not as a failure of this server', async () => {
    const error = '404 Client Error: Not Found for url: https://notes.example/7';
    composio
      .on(EXECUTE)
      .once(text(JSON.stringify({ data: { status_code: 404 }, error, successful: false, log_id: 'log_9' })));

    const { body, type } = await run();

    expect(type).toBe('application/problem+json');
    expect(body).toMatchObject({
      status: 424,
      code: 'tool_failed',
      detail: error,
      provider_status: 404,
      log_id: 'log_9',
      retryable: false,
    });
    expect(composio.executions).toHaveLength(1);
  });

  it('a tool that failed without a word is named in the failure', async () => {
    composio.on(EXECUTE).once(text('{"successful":false,"error":null}'));

    expect((await run()).body).toMatchObject({
      code: 'tool_failed',
      detail: expect.stringContaining(WRITE_NOTE),
    });
  });

  it('a model gets no more of a provider’s endless words than it can bear', async () => {
    composio.on(EXECUTE).once(text(JSON.stringify({ successful: false, error: 'äöü '.repeat(50_000) })));

    const answer = await run();

    expect(Buffer.byteLength(answer.text)).toBeLessThan(2_000);
    expect(answer.body.code).toBe('tool_failed');
  });
});

describe('What Composio itself refuses', () => {
  it.each([
    ['an unknown tool', 404, 2401, 'Tool_ToolNotFound', 404, 'tool_not_found'],
    ['arguments', 400, 10400, 'HTTP_BadRequest', 422, 'arguments_invalid'],
    ['a dead key', 401, 801, 'APIKey_InvalidAPIKey', 401, 'credential_rejected'],
    ['a key without the permission', 403, 812, 'APIKey_InsufficientPermissions', 403, 'credential_scope'],
    ['an account of somebody else', 400, 1812, 'ActionExecute_Mismatch', 424, 'tool_failed'],
    ['anything else', 422, 4711, 'Something', 424, 'tool_failed'],
  ])('a caller can tell apart what Composio refused: %s', async (_, upstream, code, slug, status, ours) => {
    const error = { message: 'Words of Composio', code, slug, status: upstream };
    composio.on(EXECUTE).once(text(JSON.stringify({ error }), { code: upstream }));

    const answer = await run();

    expect(answer.body).toMatchObject({ status, code: ours, retryable: false });
    expect(composio.count(EXECUTE)).toBe(1);
  });

  it.each([
    [
      'a string as its code',
      '{"error":{"message":"No","code":"1810","slug":"ActionExecute_ConnectedAccountNotFound"}}',
    ],
    ['no envelope', '{"message":"No","slug":"ActionExecute_ConnectedAccountNotFound"}'],
  ])('a caller learns that an account is not connected from an error with %s', async (_, body) => {
    composio.on(EXECUTE).once(text(body, { code: 404 }));

    expect((await run()).body).toMatchObject({ status: 409, code: 'account_not_connected' });
  });
});

describe('A rate limit of Composio', () => {
  it('is waited for where the wait fits the deadline, and the tool runs once', async () => {
    composio.on(EXECUTE).once(status(429, { 'retry-after': '0' }));

    expect((await run()).status).toBe(200);
    expect(composio.count(EXECUTE)).toBe(2);
    expect(composio.executions).toHaveLength(1);
  });

  it.each([
    ['too long a wait', '600', '600'],
    ['a date far off', new Date(Date.now() + 7_200_000).toUTCString(), '3600'],
    ['a wait for ever', '99999999999999999999999', '3600'],
  ])('a caller is told at once to come back later after a rate limit with %s', async (_, given, wanted) => {
    composio.on(EXECUTE).always(status(429, { 'retry-after': given }));

    const { body, headers } = await run();

    expect(body).toMatchObject({ status: 429, code: 'upstream_rate_limited', retryable: true });
    expect(headers['retry-after']).toEqual(wanted);
    expect(composio.count(EXECUTE)).toBe(1);
  });

  it('that does not pass is passed on after a few tries, with a wait of its own', async () => {
    composio.on(EXECUTE).always(text('{"message":"Rate limit exceeded"}', { code: 429 }));

    const { body, headers } = await run();

    expect(body.code).toBe('upstream_rate_limited');
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(composio.count(EXECUTE)).toBe(3);
  });
});

describe('The user a tool runs as', () => {
  const users = () => composio.executions.map(({ userId }) => userId);
  const as = (at: TestServer, headers: Record<string, string>) =>
    at.post(`/api/tools/${READ_NOTE}/execute`, {}, { headers });

  it('is never taken from headers unless the operator trusts them', async () => {
    await as(server, { 'x-composio-user-id': 'mallory', 'x-openwebui-user-id': 'mallory' });
    await server.post(`/api/tools/${READ_NOTE}/execute?user_id=mallory`, { user_id: 'mallory' });

    expect(users()).toEqual(['default', 'default']);
  });

  it('is the one of the headers where the operator trusts them, and otherwise that of the settings', async () => {
    const trusting = await startServer({
      composio,
      env: { TRUST_USER_HEADERS: 'true', COMPOSIO_USER_ID: 'everybody' },
    });
    await as(trusting, { 'x-openwebui-user-id': '3f1c-anna' });
    await as(trusting, { 'x-composio-user-id': 'ben"}:{"x":"', 'x-openwebui-user-id': '3f1c-anna' });
    await as(trusting, {});

    expect(users()).toEqual(['3f1c-anna', 'ben"}:{"x":"', 'everybody']);
  });

  it.each(['', ' ', '{{USER_ID}}', 'anna,ben'])(
    'is never a default where a trusted header names nobody, or several: %j',
    async (id) => {
      const trusting = await startServer({ composio, env: { TRUST_USER_HEADERS: 'true' } });
      const { body } = await as(trusting, { 'x-openwebui-user-id': id });

      expect(body).toMatchObject({ status: 400, code: 'request_invalid' });
      expect(body.detail).toContain('x-openwebui-user-id');
      expect(composio.executions).toEqual([]);
    },
  );
});
