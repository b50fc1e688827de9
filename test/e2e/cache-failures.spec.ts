import { generateCatalogue } from '../support/odd-tools-catalogue.js';
import {
  cutBody,
  type Fault,
  gzipBomb,
  hang,
  htmlPage,
  huge,
  redirect,
  resetAfterHeaders,
  resetBeforeHeaders,
  resetMidBody,
  status,
  text,
} from '../support/scripted-composio-faults.js';
import type { RecordedRequest } from '../support/scripted-composio-api.js';
import { type ScriptedComposio, startComposio } from '../support/scripted-composio.js';
import { eventually, startServer, type TestServer } from '../support/start-server.js';

const TOOLS = generateCatalogue({ toolkits: 2, toolsPerToolkit: 12, seed: 8 });
let composio: ScriptedComposio;
let key: string;

beforeAll(async () => {
  composio = await startComposio();
  composio.paging.largestPage = 10;
});

beforeEach(() => {
  composio.recover();
  composio.forget();
  key = composio.addProject({ tools: TOOLS });
});

/** The last page of the list of tools, of three. */
const lastPage = ({ query }: RecordedRequest) =>
  Buffer.from(query.get('cursor') ?? '', 'base64')
    .toString()
    .startsWith('page=3');

const BROKEN: Record<string, Fault> = {
  'status 500': status(500),
  'status 502 with HTML': text('<html>Bad gateway</html>', { code: 502, type: 'text/html' }),
  'status 429': status(429, { 'retry-after': '600' }),
  'status 400': status(400),
  'malformed JSON': text('{"items":['),
  HTML: htmlPage,
  'an empty body': text(''),
  null: text('null'),
  'something else than a list': text('{"items":{}}'),
  'a reset': resetBeforeHeaders,
  'a reset behind the headers': resetAfterHeaders,
  'half a body': resetMidBody,
  'a cut body': cutBody,
  'a redirect': redirect('/api/v3.1/toolkits'),
  'an unknown encoding': text('{}', { headers: { 'content-encoding': 'zstd' } }),
  'damaged gzip': text('{}', { headers: { 'content-encoding': 'gzip' } }),
  '40 MB': huge(40 * 1024 * 1024),
  'a gzip bomb': gzipBomb(200 * 1024 * 1024),
  'no answer in time': hang,
};

describe('A failure is never remembered, nor half a list taken for the whole', () => {
  const env = { MAX_RETRIES: '0', REQUEST_TIMEOUT: '0.8' };
  const ttl = { TOOLS_CACHE_TTL_SECONDS: '0.05', SERVERS_CACHE_TTL_SECONDS: '0.05' };
  let server: TestServer;
  let hasty: TestServer;

  beforeAll(async () => {
    server = await startServer({ composio, env });
    hasty = await startServer({ composio, env: { ...env, ...ttl, REQUEST_TIMEOUT: '0.4' } });
  });

  it.each(Object.entries(BROKEN))('a caller gets the whole list after one failed: %s', async (_, fault) => {
    composio.on('GET /tools', lastPage).once(fault);

    const { body } = await server.get('/openapi.json?mode=direct', { key });
    const second = await server.get('/openapi.json', { key }).expect(200);

    expect(body.status).toBeGreaterThanOrEqual(400);
    expect(body).toMatchObject({
      code: expect.stringMatching(/^upstream_/),
      detail: expect.any(String),
    });
    expect(second.body.info['x-tools'].direct).toBe(TOOLS.length);
  });

  const some = ['status 500', 'malformed JSON', 'a reset', 'a cut body', 'a redirect', 'no answer in time'];

  it.each(some.map((name) => [name, BROKEN[name] ?? status(500)] as const))(
    'callers keep the list they had while a refresh fails: %s',
    async (_, fault) => {
      const before = await hasty.get('/openapi.json', { key }).expect(200);
      composio.forget();
      composio.on('GET /tools', lastPage).once(fault);

      await eventually(async () => {
        expect((await hasty.get('/openapi.json', { key }).expect(200)).text).toBe(before.text);
        expect(composio.count('GET /tools')).toBeGreaterThanOrEqual(2);
        expect(composio.pending).toBe(0);
      });
      for (let asked = 0; asked < 5; asked += 1) {
        expect((await hasty.get('/openapi.json', { key }).expect(200)).text).toBe(before.text);
      }
    },
  );

  it('a failure that passes is not even seen', async () => {
    composio.on('GET /tools').times(2, resetBeforeHeaders);
    composio.on('GET /toolkits').times(2, status(502));
    composio.keepAlive = false;
    const patient = await startServer({ composio });

    expect((await patient.get('/openapi.json', { key })).status).toBe(200);
  });
});
