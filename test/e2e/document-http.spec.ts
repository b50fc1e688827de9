import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { generateCatalogue } from '../support/odd-tools-catalogue.js';
import { account } from '../support/scripted-composio-project.js';
import { type ScriptedComposio, startComposio } from '../support/scripted-composio.js';
import { eventually, startServer, type TestServer } from '../support/start-server.js';
import { rawRequest } from './raw-request.js';

const DECODERS: Record<string, (bytes: Buffer) => Buffer> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  identity: (bytes) => bytes,
};
let composio: ScriptedComposio;
let server: TestServer;

beforeAll(async () => {
  composio = await startComposio({ tools: generateCatalogue({ toolkits: 3, toolsPerToolkit: 10, seed: 2 }) });
  server = await startServer({
    composio,
    env: { TOOLS_CACHE_TTL_SECONDS: '0.05', SERVERS_CACHE_TTL_SECONDS: '0.05' },
  });
});

function fetchDocument(headers: Record<string, string> = {}, path = '/openapi.json', method = 'GET') {
  return rawRequest(server.url, {
    method,
    path,
    headers: { authorization: `Bearer ${composio.apiKey}`, ...headers },
  });
}

describe('The document', () => {
  it('is JSON that caches may keep for one caller, and have to ask about', async () => {
    const { status, headers } = await fetchDocument();

    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(headers['cache-control']).toContain('private');
    expect(headers.vary?.toLowerCase()).toMatch(/authorization/);
    expect(headers.vary?.toLowerCase()).toMatch(/x-api-key/);
    expect(headers.vary?.toLowerCase()).toMatch(/accept-encoding/);
    expect(headers.etag).toMatch(/^"[\w-]+"$/);
  });

  it.each([
    ['br, gzip', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['gzip;q=0.5, br;q=0', 'gzip'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['deflate', 'identity'],
    ['identity', 'identity'],
    ['', 'identity'],
    ['br;q=0, *;q=0.1', 'gzip'],
  ])('to a client that accepts %j comes as %s', async (accepted, encoding) => {
    const plain = await fetchDocument();
    const answer = await fetchDocument({ 'accept-encoding': accepted });

    expect(answer.headers['content-encoding'] ?? 'identity').toBe(encoding);
    expect(DECODERS[encoding]?.(answer.body).equals(plain.body)).toBe(true);
    expect(answer.headers['content-length']).toBe(String(answer.body.length));
    if (encoding !== 'identity') expect(answer.body.length).toBeLessThan(plain.body.length / 3);
  });

  it('is not sent again to a client that has it, in whatever encoding', async () => {
    const tags = new Set<string>();
    for (const encoding of ['br', 'gzip', 'identity']) {
      const { headers } = await fetchDocument({ 'accept-encoding': encoding });
      const etag = headers.etag ?? '';
      tags.add(etag);
      for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await fetchDocument({ 'accept-encoding': encoding, 'if-none-match': known });
        expect(again.status).toBe(304);
        expect(again.body).toHaveLength(0);
        expect(again.headers.etag).toBe(etag);
        expect(again.headers['cache-control']).toContain('private');
        expect(again.headers.vary).toBeDefined();
      }
    }
    expect(tags.size).toBe(3);
    expect((await fetchDocument({ 'if-none-match': '"something else"' })).status).toBe(200);
  });

  it('has another tag for another scope, mode or size', async () => {
    const paths = [
      '/openapi.json',
      '/toolkits/acorn/openapi.json',
      '/openapi.json?mode=search',
      '/openapi.json?max_tools=9',
    ];
    const answers = await Promise.all(paths.map((path) => fetchDocument({}, path)));

    expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(paths.length);
  });

  it('stays the same byte for byte while nothing changed, however often it is built anew', async () => {
    const before = await fetchDocument();
    const refreshes = composio.count('GET /tools');

    await eventually(async () => {
      const answer = await fetchDocument();
      expect(answer.body.equals(before.body)).toBe(true);
      expect(composio.count('GET /tools')).toBeGreaterThan(refreshes + 3);
    });
    const other = await startServer({ composio });
    expect((await other.get('/openapi.json')).text).toBe(before.body.toString());
  });

  it('shows a change of the catalogue, and a new connection in its order', async () => {
    const project = composio.project();
    const [, ...others] = project.tools;
    project.tools = others;
    await eventually(async () => {
      expect(JSON.parse((await fetchDocument()).body.toString()).info['x-tools'].direct).toBe(29);
    });

    project.accounts = [account('default', 'cobalt')];
    await eventually(async () => {
      const { paths } = JSON.parse((await fetchDocument()).body.toString());
      expect(Object.keys(paths)[0]).toContain('/COBALT_');
    });
  });

  it('answers HEAD as GET, without the body', async () => {
    const get = await fetchDocument({ 'accept-encoding': 'gzip' });
    const head = await fetchDocument({ 'accept-encoding': 'gzip' }, '/openapi.json', 'HEAD');

    expect(head.status).toBe(200);
    expect(head.body).toHaveLength(0);
    for (const name of [
      'etag',
      'content-length',
      'content-type',
      'content-encoding',
      'cache-control',
      'vary',
    ]) {
      expect([name, head.headers[name]]).toEqual([name, get.headers[name]]);
    }
  });

  it.each([
    '/openapi.json/',
    '//openapi.json',
    '///openapi.json//',
    '/toolkits/acorn//openapi.json',
    '/toolkits/acorn/openapi.json/',
    '/%6Fpenapi.json',
    '/openapi.json?',
    '/openapi.json?unknown=1',
  ])('is found without a redirect at %s', async (path) => {
    expect((await fetchDocument({}, path)).status).toBe(200);
  });

  it('says that it also depends on the origin, where only some are allowed', async () => {
    const strict = await startServer({
      composio,
      env: { CORS_ORIGINS: 'https://a.example,https://b.example' },
    });
    const { headers } = await strict.get('/openapi.json', { headers: { origin: 'https://a.example' } });

    expect(headers['access-control-allow-origin']).toBe('https://a.example');
    expect(headers['vary']).toMatch(/origin/i);
    expect(headers['vary']).toMatch(/authorization/i);
  });
});
