import { generateCatalogue } from '../support/odd-tools-catalogue.js';
import { type WireTool, wireTool } from '../support/odd-tools.js';
import { delayed, gate, status } from '../support/scripted-composio-faults.js';
import { type ScriptedComposio, startComposio } from '../support/scripted-composio.js';
import { eventually, startServer, type TestServer } from '../support/start-server.js';

const TOOLS = generateCatalogue({ toolkits: 2, toolsPerToolkit: 12, seed: 8 });
const MORE = wireTool({
  slug: 'ACORN_NEW_TOOL',
  toolkit: TOOLS[0]?.toolkit ?? { slug: '', name: '', logo: '' },
});
const SHORT = { TOOLS_CACHE_TTL_SECONDS: '0.05', SERVERS_CACHE_TTL_SECONDS: '0.05', MAX_RETRIES: '0' };
let composio: ScriptedComposio;

beforeEach(async () => {
  composio = await startComposio({ tools: [...TOOLS] });
});

const add = (tool: WireTool) => void composio.project().tools.push(tool);
const hasNew = async (server: TestServer) =>
  (await server.get('/openapi.json').expect(200)).text.includes(MORE.slug);
const seconds = (start: number) => (performance.now() - start) / 1_000;

describe('Many callers at once', () => {
  it('cost as many requests to Composio as one', async () => {
    const alone = await startComposio({ tools: [...TOOLS] });
    await (await startServer({ composio: alone })).get('/openapi.json').expect(200);
    const server = await startServer({ composio });

    const answers = await Promise.all(Array.from({ length: 100 }, () => server.get('/openapi.json')));

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect(composio.requests.map(({ route }) => route).toSorted()).toEqual(
      alone.requests.map(({ route }) => route).toSorted(),
    );
  });

  it('who ask different questions share what the answers are made of', async () => {
    const server = await startServer({ composio });
    const paths = [
      '/openapi.json',
      '/openapi.json?max_tools=5',
      '/api/tools',
      '/api/tools?limit=3',
      '/openapi.json?mode=direct',
    ];

    const answers = await Promise.all(
      Array.from({ length: 20 }, () => paths)
        .flat()
        .map((path) => server.get(path)),
    );

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    for (const route of ['GET /tools', 'GET /toolkits', 'GET /connected_accounts']) {
      expect([route, composio.count(route)]).toEqual([route, 1]);
    }
  });

  it('all fail together where Composio fails, and all succeed afterwards', async () => {
    const server = await startServer({ composio, env: { MAX_RETRIES: '0' } });
    composio.on('GET /tools').once(delayed(60, status(500)));
    const ask = () => Promise.all(Array.from({ length: 20 }, () => server.get('/api/tools')));

    const first = await ask();
    const second = await ask();

    expect(new Set(first.map((answer) => answer.status))).toEqual(new Set([503]));
    expect(new Set(second.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(composio.count('GET /tools')).toBe(2);
  });
});

describe('Past its freshness', () => {
  it('the catalogue is served as it was while one refresh runs, then as it is', async () => {
    const server = await startServer({ composio, env: SHORT });
    await server.get('/openapi.json').expect(200);
    add(MORE);
    const door = gate();
    composio.on('GET /tools').once(door.hold);

    await eventually(async () => {
      expect(await hasNew(server)).toBe(false);
      expect(composio.count('GET /tools')).toBe(2);
    });
    for (let asked = 0; asked < 10; asked += 1) expect(await hasNew(server)).toBe(false);
    expect(composio.count('GET /tools')).toBe(2);
    door.open();

    await eventually(async () => expect(await hasNew(server)).toBe(true));
  });

  it('the catalogue is served while Composio fails, with few attempts, and refreshed when Composio is back', async () => {
    const server = await startServer({ composio, env: SHORT });
    await server.get('/openapi.json').expect(200);
    add(MORE);
    composio.forget();
    composio.on('*').always(status(500));
    await eventually(async () => {
      expect(await hasNew(server)).toBe(false);
      expect(composio.count('GET /tools')).toBe(1);
    });
    for (let asked = 0; asked < 100; asked += 1) expect(await hasNew(server)).toBe(false);

    expect(composio.count('GET /tools')).toBeLessThanOrEqual(2);
    expect(composio.count()).toBeLessThanOrEqual(8);
    composio.recover();
    await eventually(async () => expect(await hasNew(server)).toBe(true));
  });
});

describe('When Composio goes down', () => {
  it('what was there before stays there', async () => {
    const server = await startServer({ composio, env: SHORT });
    const paths = [
      '/openapi.json',
      '/toolkits/acorn/openapi.json',
      '/api/tools',
      '/api/tools/ACORN_GET_ISSUE',
      '/api/toolkits',
      '/api/servers',
    ];
    const ask = () => Promise.all(paths.map(async (path) => (await server.get(path).expect(200)).text));
    const before = await ask();
    await composio.down();

    const start = performance.now();
    while (seconds(start) < 0.3) expect(await ask()).toEqual(before);
  });

  it('a caller who was never there is told so at once, or offered to search instead', async () => {
    const server = await startServer({ composio });
    await composio.down();
    const start = performance.now();

    const search = await server.get('/openapi.json?mode=search').expect(200);
    for (const key of [null, undefined]) {
      const { text } = await server.get('/openapi.json', key === null ? { key } : {}).expect(200);
      expect(text).toBe(search.text);
    }
    const paths = [
      '/openapi.json?mode=direct',
      '/api/tools',
      '/api/toolkits',
      '/api/servers',
      '/api/connections',
    ];
    for (const { body, headers, type } of await Promise.all(paths.map((path) => server.get(path)))) {
      expect(type).toBe('application/problem+json');
      expect(body).toMatchObject({ status: 503, code: 'upstream_unavailable', retryable: true });
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    }
    expect(seconds(start)).toBeLessThan(3);
  });

  it('and comes back, callers need not wait', async () => {
    const server = await startServer({ composio });
    await composio.down();
    const { text } = await server.get('/openapi.json').expect(200);
    await composio.up();

    expect((await server.get('/openapi.json').expect(200)).text).not.toBe(text);
  });
});
