import { status } from '../support/scripted-composio-faults.js';
import { type ScriptedComposio, startComposio } from '../support/scripted-composio.js';
import { startServer, type TestServer } from '../support/start-server.js';
import { notesTools, READ_NOTE, WRITE_NOTE } from './notes-tools.js';
import { rawRequest } from './raw-request.js';

const ORIGIN = 'https://chat.example';
let composio: ScriptedComposio;
let server: TestServer;

beforeAll(async () => {
  composio = await startComposio({ tools: notesTools() });
  server = await startServer({ composio, env: { MAX_RETRIES: '0' } });
});

beforeEach(() => {
  composio.recover();
  composio.forget();
});

/** A request of each kind of failure, by the status it ends with. */
const FAILURES: [
  number,
  (
    headers: Record<string, string>,
  ) => PromiseLike<{ headers: Record<string, string>; status: number; text: string; type: string }>,
][] = [
  [400, (headers) => server.get('/api/tools?limit=x', { headers })],
  [400, (headers) => server.post(`/api/tools/${READ_NOTE}/execute`, '{', { headers })],
  [401, (headers) => server.get('/api/tools', { key: null, headers })],
  [401, (headers) => server.get('/api/tools', { key: 'ak_wrong', headers })],
  [403, (headers) => server.get(`/toolkits/other/api/tools/${READ_NOTE}`, { headers })],
  [404, (headers) => server.get('/api/tools/NO_SUCH_TOOL', { headers })],
  [404, (headers) => server.post(`/api/tools/${'A'.repeat(3_000)}/execute`, {}, { headers })],
  [404, (headers) => server.get('/nowhere', { headers })],
  [404, (headers) => server.get('/api/config', { headers, key: null })],
  [
    413,
    (headers) => server.post(`/api/tools/${READ_NOTE}/execute`, `"${'x'.repeat(5_000_000)}"`, { headers }),
  ],
  [422, (headers) => server.post(`/api/tools/${WRITE_NOTE}/execute`, {}, { headers })],
  [
    504,
    (headers) => {
      composio.on('POST /tools/execute').once(status(500));
      return server.post(`/api/tools/${WRITE_NOTE}/execute`, { text: 'x' }, { headers });
    },
  ],
];

describe('A failure', () => {
  it.each(FAILURES)(
    'of status %s is one short problem of one level, readable from another origin',
    async (wanted, send) => {
      const { headers, status, text, type } = await send({ origin: ORIGIN, 'x-request-id': 'asked-1.a_B' });
      const body = JSON.parse(text) as Record<string, unknown>;

      expect(status).toBe(wanted);
      expect(type).toBe('application/problem+json');
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['x-request-id']).toBe('asked-1.a_B');
      expect(Buffer.byteLength(text)).toBeLessThan(2_000);
      expect(body).toMatchObject({
        title: expect.any(String),
        status: wanted,
        code: expect.stringMatching(/^[a-z_]+$/),
        detail: expect.stringMatching(/\S/),
        retryable: expect.any(Boolean),
        request_id: 'asked-1.a_B',
      });
      const nested = Object.entries(body).filter(
        ([name, value]) => typeof value === 'object' && name !== 'errors' && name !== 'nearest',
      );
      expect(nested).toEqual([]);
      expect(text).not.toMatch(/\bat .*\.(js|ts):\d|127\.0\.0\.1|node_modules|ak_\w/);
    },
  );

  it.each([
    ['GET', '/api/tools/%zz'],
    ['GET', '/%'],
    ['GET', `/api/tools/${'x'.repeat(300)}`],
    ['GET', `/toolkits/%zz/openapi.json`],
    ['DELETE', '/api/tools'],
    ['PUT', `/api/tools/${READ_NOTE}/execute`],
    ['GET', `/api/tools/${READ_NOTE}/execute`],
    ['POST', '/openapi.json'],
    ['PATCH', '/health'],
    ['TRACE', '/openapi.json'],
    ['PROPFIND', '/openapi.json'],
    ['GET', '/api/tools/../../etc/passwd'],
    ['GET', '/.env'],
    ['GET', '/API/TOOLS'],
  ])('a caller with a wrong address or method gets a problem too: %s %s', async (method, path) => {
    const answer = await rawRequest(server.url, {
      method,
      path,
      headers: { 'x-api-key': composio.apiKey, origin: ORIGIN },
    });

    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(JSON.parse(answer.body.toString())).toMatchObject({
      status: answer.status,
      code: expect.any(String),
      request_id: expect.any(String),
    });
    expect(composio.count()).toBe(0);
  });
});

describe('The page of another origin', () => {
  it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])(
    'may ask with %s and the headers of Open WebUI',
    async (method) => {
      for (const path of [
        '/openapi.json',
        '/toolkits/notes/openapi.json',
        `/api/tools/${READ_NOTE}/execute`,
        '/nowhere',
      ]) {
        const answer = await server.request('options', path, {
          key: null,
          headers: {
            origin: ORIGIN,
            'access-control-request-method': method,
            'access-control-request-headers': 'authorization, content-type, x-session-id',
          },
        });

        expect(answer.status).toBe(204);
        expect(answer.headers['access-control-allow-origin']).toBe('*');
        expect(answer.headers['access-control-allow-methods']).toContain(method);
        expect(answer.headers['access-control-allow-headers']).toMatch(
          /authorization.*content-type.*x-session-id/i,
        );
      }
    },
  );

  it('a page of another origin may read the headers it needs of an answer', async () => {
    const { headers } = await server.post(
      `/api/tools/${READ_NOTE}/execute`,
      {},
      { headers: { origin: ORIGIN } },
    );

    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
    for (const name of [
      'X-Composio-Log-Id',
      'X-Request-Id',
      'Retry-After',
      'Content-Disposition',
      'Location',
    ]) {
      expect(headers['access-control-expose-headers']).toContain(name);
    }
  });

  it('a page may not read answers where the operator names other origins', async () => {
    const strict = await startServer({
      composio,
      env: { CORS_ORIGINS: 'https://a.example,https://b.example' },
    });
    const allowed = async (origin: string) =>
      (await strict.get('/api/tools', { headers: { origin } })).headers[
        'access-control-allow-origin'
      ] as unknown;

    expect(await allowed('https://b.example')).toBe('https://b.example');
    expect(await allowed(ORIGIN)).not.toBe(ORIGIN);
    expect(await allowed('https://a.example.evil.test')).toBeUndefined();
  });
});

describe('Whatever a client asks', () => {
  it('the answer never sends it elsewhere', async () => {
    const paths = [
      '/openapi.json',
      '/api/tools',
      '/api/toolkits',
      '/api/servers',
      '/api/connections',
      '/health',
      '/health/live',
      '/health/ready',
      '/docs',
      '/api/openapi.json',
    ];
    for (const path of paths.flatMap((path) => [path, `${path}/`, `/${path}`, `/toolkits/notes${path}`])) {
      const { status } = await rawRequest(server.url, { path, headers: { 'x-api-key': composio.apiKey } });
      expect([path, status >= 300 && status < 400]).toEqual([path, false]);
    }
  });

  it('the answer names its request id, or one of the server’s', async () => {
    const idOf = async (id?: string) =>
      (await server.get('/health/live', { headers: id === undefined ? {} : { 'x-request-id': id } })).headers[
        'x-request-id'
      ] as string;

    expect(await idOf('c0ffee-1')).toBe('c0ffee-1');
    expect(await idOf()).toMatch(/^[\w-]{36}$/);
    for (const unfit of ['a b', 'x'.repeat(65), '<script>', ''])
      expect(await idOf(unfit)).toMatch(/^[\w-]{36}$/);
    expect(await idOf()).not.toBe(await idOf());
  });

  it('the answer’s type is not to be guessed', async () => {
    for (const path of ['/openapi.json', '/api/tools', '/nowhere']) {
      expect((await server.get(path)).headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it('what was said to one caller is kept by no cache for another', async () => {
    const paths = [
      '/openapi.json',
      '/api/tools',
      `/api/tools/${READ_NOTE}`,
      '/api/toolkits',
      '/api/servers',
      '/api/connections',
    ];
    for (const path of paths) {
      const { headers } = await server.get(path).expect(200);
      expect([path, headers['cache-control']]).toEqual([path, expect.stringMatching(/private|no-store/)]);
    }
  });

  it('an attacker’s host ends up in nothing', async () => {
    const headers = {
      host: 'evil.test',
      'x-forwarded-host': 'evil.test',
      'x-forwarded-proto': 'http',
      'x-api-key': composio.apiKey,
    };
    for (const path of ['/openapi.json', '/toolkits/notes/openapi.json', '/api/openapi.json', '/nowhere']) {
      expect((await rawRequest(server.url, { path, headers })).body.toString()).not.toContain('evil.test');
    }
  });
});

describe('The health', () => {
  it('tells of the process, of readiness and of Composio, which it asks once at most and without a key', async () => {
    const composio = await startComposio();
    const server = await startServer({ composio });
    for (let asked = 0; asked < 5; asked += 1) {
      expect((await server.get('/health', { key: null }).expect(200)).body).toEqual({
        status: 'ok',
        ready: true,
        version: expect.stringMatching(/^\d+\.\d+\.\d+/),
        uptime_seconds: expect.any(Number),
        composio: 'up',
      });
      expect((await server.get('/health/live', { key: null }).expect(200)).body).toEqual({ status: 'alive' });
      expect((await server.get('/health/ready', { key: null }).expect(200)).body).toEqual({
        status: 'ready',
      });
    }
    expect(composio.count()).toBeLessThanOrEqual(1);
    expect(composio.requests.flatMap(({ key }) => key || [])).toEqual([]);
  });

  it('is degraded, but neither dead nor unready, while Composio is down', async () => {
    const gone = await startComposio();
    await gone.down();
    const lonely = await startServer({ composio: gone });

    const answers = await Promise.all(Array.from({ length: 10 }, () => lonely.get('/health', { key: null })));

    for (const { body } of answers)
      expect(body).toMatchObject({ status: 'degraded', composio: 'down', ready: true });
    await lonely.get('/health/live').expect(200);
    await lonely.get('/health/ready').expect(200);
  });
});

it('the contract names the base URL of its scope, which clients add paths to', async () => {
  const env = { PUBLIC_URL: 'https://tools.example/base/' };
  const behind = await startServer({ composio, env });
  const servers = async (at: TestServer, path: string) =>
    (await at.get(path).expect(200)).body.servers as unknown;

  expect(await servers(server, '/api/openapi.json')).toEqual([{ url: '/' }]);
  expect(await servers(server, '/toolkits/Notes/api/openapi.json')).toEqual([{ url: '/toolkits/notes' }]);
  expect(await servers(behind, '/toolkits/notes/api/openapi.json')).toEqual([
    { url: 'https://tools.example/base/toolkits/notes' },
  ]);
});
