import { text } from '../support/scripted-composio-faults.js';
import { type ScriptedComposio, startComposio } from '../support/scripted-composio.js';
import { startServer, type TestServer } from '../support/start-server.js';
import { notesTools, READ_NOTE } from './notes-tools.js';

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJpZCI6IjEifQ.c2lnbmF0dXJl';
const CALLS = [
  ['get', '/api/tools'],
  ['get', `/api/tools/${READ_NOTE}`],
  ['get', '/api/toolkits'],
  ['get', '/api/toolkits/notes'],
  ['get', '/api/servers'],
  ['get', '/api/servers/some'],
  ['get', '/api/connections'],
  ['post', '/api/connections'],
  ['post', `/api/tools/${READ_NOTE}/execute`],
  ['post', '/api/tools/search'],
  ['post', '/api/tools/execute'],
  ['post', '/toolkits/notes/api/tools/search'],
] as const;

let composio: ScriptedComposio;
let server: TestServer;

beforeAll(async () => {
  composio = await startComposio({ tools: notesTools() });
  server = await startServer({ composio });
});

beforeEach(() => composio.forget());

const send = (method: 'get' | 'post', path: string, headers: Record<string, string>, at = server) =>
  method === 'get' ? at.get(path, { key: null, headers }) : at.post(path, {}, { key: null, headers });

describe('Without a key', () => {
  it.each([
    ['that is not JSON', '{bad'],
    ['that is too large', `"${'x'.repeat(5_000_000)}"`],
  ])('a body %s is not even looked at', async (_, body) => {
    const answer = await server.post(`/api/tools/${READ_NOTE}/execute`, body, { key: null });

    expect(answer.body).toMatchObject({ status: 401, code: 'credential_missing' });
  });

  it.each<[string, Record<string, string>]>([
    ['no header', {}],
    ['an empty bearer', { authorization: 'Bearer ' }],
    ['a bearer without anything', { authorization: 'Bearer' }],
    ['an empty x-api-key', { 'x-api-key': ' ' }],
  ])('the document is there and holds nothing of anybody: %s', async (_, headers) => {
    const known = await server.get('/openapi.json');
    const { body } = await send('get', '/openapi.json', headers).expect(200);

    expect(known.text).toContain(READ_NOTE);
    expect(Object.keys(body.paths)).toEqual(['/api/tools/search', '/api/tools/execute', '/api/connections']);
    for (const path of ['/openapi.json?mode=direct', '/toolkits/notes/openapi.json']) {
      expect((await send('get', path, headers).expect(200)).text).not.toContain(READ_NOTE);
    }
  });

  it.each(CALLS)('%s %s is refused, saying so', async (method, path) => {
    for (const headers of [{}, { authorization: 'Bearer ' }]) {
      const answer = await send(method, path, headers);

      expect(answer.type).toBe('application/problem+json');
      expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
      expect(answer.body).toMatchObject({ status: 401, code: 'credential_missing', retryable: false });
      expect(answer.body.fix).toContain('Bearer');
    }
    expect(composio.count()).toBe(0);
  });
});

describe('Something that is no key of Composio', () => {
  it.each<[string, Record<string, string>]>([
    ['a session of Open WebUI', { authorization: `Bearer ${JWT}` }],
    ['a session of Open WebUI in the other header', { 'x-api-key': JWT }],
    ['an API key of Open WebUI', { authorization: 'Bearer sk-1234567890abcdef' }],
    ['another scheme', { authorization: 'Basic YTpi' }],
    ['two words', { authorization: 'Bearer ak_one ak_two' }],
    ['letters no key has', { authorization: 'Bearer ak_ö' }],
    ['a key without end', { authorization: `Bearer ak_${'x'.repeat(2_000)}` }],
  ])('a caller who sends %s is refused, and Composio never sees it', async (_, headers) => {
    for (const [method, path] of [...CALLS, ['get', '/openapi.json'] as const]) {
      const answer = await send(method, path, headers);
      expect(answer.body).toMatchObject({ status: 401, code: 'credential_malformed' });
    }
    expect(composio.count()).toBe(0);
  });
});

describe('A key', () => {
  it.each<[string, (key: string) => Record<string, string>]>([
    ['as a bearer', (key) => ({ authorization: `Bearer ${key}` })],
    ['as a bearer in lower case, with space around', (key) => ({ authorization: `bearer   ${key}  ` })],
    ['as x-api-key', (key) => ({ 'x-api-key': key })],
    ['as x-api-key beside a session', (key) => ({ 'x-api-key': key, authorization: `Bearer ${JWT}` })],
  ])('a caller may send the key %s', async (_, headersOf) => {
    expect((await send('get', '/api/tools', headersOf(composio.apiKey))).status).toBe(200);
  });

  it('that Composio does not know is refused wherever Composio is asked', async () => {
    const headers = { authorization: 'Bearer ak_wrong' };
    for (const [method, path] of [...CALLS, ['get', '/openapi.json'] as const]) {
      const { body } = await send(method, path, headers);
      const isIncomplete = method === 'post' && !path.includes(READ_NOTE);
      expect(body).toMatchObject(
        isIncomplete
          ? { code: 'request_invalid' }
          : { status: 401, code: 'credential_rejected', retryable: false },
      );
    }
  });

  it('from a wrong address is told apart from a wrong key', async () => {
    const refusal = {
      error: { message: 'IP not allowed', code: 902, slug: 'Auth_Unauthorized', status: 401 },
    };
    composio.on('*').always(text(JSON.stringify(refusal), { code: 401 }));
    const fresh = { authorization: 'Bearer ak_elsewhere' };

    const { body } = await send('get', '/api/tools', fresh);
    composio.recover();

    expect(body).toMatchObject({ code: 'credential_rejected', fix: expect.stringContaining('IP allowlist') });
  });
});

describe('With keys of the server’s own', () => {
  let guarded: TestServer;
  const env = () => ({ SERVER_API_KEYS: 'chat:own-1,team:own-2', COMPOSIO_API_KEY: composio.apiKey });

  beforeAll(async () => {
    guarded = await startServer({ composio, env: env() });
  });

  it('callers use those, and Composio sees its key only', async () => {
    for (const key of ['own-1', 'own-2']) await guarded.get('/api/connections', { key }).expect(200);

    expect(composio.count()).toBeGreaterThan(0);
    expect(new Set(composio.requests.map(({ key }) => key))).toEqual(new Set([composio.apiKey]));
  });

  it('nothing else is accepted, not even the key of Composio', async () => {
    for (const key of [composio.apiKey, 'own-', 'own-11', 'OWN-1', 'own-1,own-2', 'chat:own-1']) {
      expect((await guarded.get('/api/tools', { key })).body).toMatchObject({
        status: 401,
        code: 'credential_rejected',
      });
    }
    expect((await guarded.get('/api/tools', { key: null })).body.code).toBe('credential_missing');
  });

  it('whatever key the operator chose works', async () => {
    const keys = { sk: 'sk-1234567890abcdef', jwt: JWT };
    const list = Object.entries(keys).map(([name, key]) => `${name}:${key}`);
    const chosen = await startServer({ composio, env: { ...env(), SERVER_API_KEYS: list.join() } });

    const answers = await Promise.all(Object.values(keys).map((key) => chosen.get('/api/tools', { key })));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
  });

  it('anonymous callers act with Composio’s key where the operator wants that', async () => {
    const open = await startServer({
      composio,
      env: { ALLOW_ANONYMOUS: 'true', COMPOSIO_API_KEY: composio.apiKey },
    });

    await open.get('/api/tools', { key: null }).expect(200);
    expect((await open.get('/openapi.json', { key: null })).text).toContain(READ_NOTE);
    expect((await open.get('/api/tools', { key: 'ak_wrong' })).status).toBe(401);
  });

  it('an anonymous caller may send Open WebUI’s session token, and it goes nowhere', async () => {
    const open = await startServer({
      composio,
      env: { ALLOW_ANONYMOUS: 'true', COMPOSIO_API_KEY: composio.apiKey },
    });

    await open.get('/api/tools', { key: JWT }).expect(200);
    expect(JSON.stringify(composio.requests)).not.toContain(JWT);
  });
});
