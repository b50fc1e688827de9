import * as fc from 'fast-check';
import { generateCatalogue } from '../support/odd-tools-catalogue.js';
import { wireTool } from '../support/odd-tools.js';
import {
  delayed,
  type Fault,
  gate,
  normally,
  resetBeforeHeaders,
  status,
} from '../support/scripted-composio-faults.js';
import { account, type Project } from '../support/scripted-composio-project.js';
import { EXECUTE, type ScriptedComposio, startComposio } from '../support/scripted-composio.js';
import { eventually, startServer, type TestServer } from '../support/start-server.js';
import { notesTools, READ_NOTE } from './notes-tools.js';

/** Equal in their first 16 characters; one is the beginning of another, and two differ in case only. */
const KEYS = ['ak_0123456789abcdef', 'ak_0123456789abcdefg', 'ak_0123456789abcdefG', 'ak_0123456789abcdex'];
const SHORT = {
  TOOLS_CACHE_TTL_SECONDS: '0.01',
  SERVERS_CACHE_TTL_SECONDS: '0.01',
  TRUST_USER_HEADERS: 'true',
};
const markerOf = (key: string) => `<whose:${KEYS.indexOf(key)}>`;

function projects(): Map<string, Partial<Project>> {
  return new Map(
    KEYS.map((key) => [
      key,
      {
        marker: markerOf(key),
        tools: [
          ...notesTools(),
          wireTool({
            slug: `NOTES_OF_${KEYS.indexOf(key)}`,
            toolkit: notesTools()[0]?.toolkit ?? (undefined as never),
          }),
        ],
        servers: [{ id: 'one', name: 'One of %KEY%', toolkits: ['notes'], allowed_tools: [] }],
        accounts: [account('anna', 'notes'), account('ben', 'notes')],
      },
    ]),
  );
}

/** Whose markers a text holds. */
const markersIn = (text: string) => [...new Set(text.match(/<whose:\d>/g))];

const ROUTES: Record<
  string,
  (server: TestServer, options: { key: string }) => PromiseLike<{ text: string; status: number }>
> = {
  document: (server, options) => server.get('/openapi.json', options),
  scope: (server, options) => server.get('/toolkits/notes/openapi.json', options),
  tools: (server, options) => server.get('/api/tools', options),
  tool: (server, options) => server.get(`/api/tools/${READ_NOTE}`, options),
  toolkits: (server, options) => server.get('/api/toolkits', options),
  servers: (server, options) => server.get('/api/servers', options),
  server: (server, options) => server.get('/api/servers/one', options),
  connections: (server, options) => server.get('/api/connections', options),
  search: (server, options) => server.post('/api/tools/search', { query: 'note' }, options),
  run: (server, options) => server.post(`/api/tools/${READ_NOTE}/execute`, {}, options),
  missing: (server, options) => server.post('/api/tools/NOTES_OF_NOBODY/execute', {}, options),
};

const FAULTS: Record<string, Fault> = {
  fine: normally,
  slow: delayed(4),
  slower: delayed(12),
  failing: status(500),
  reset: resetBeforeHeaders,
  refused: status(401),
  limited: status(429),
};

const step = fc.record({
  key: fc.constantFrom(...KEYS),
  user: fc.constantFrom('anna', 'ben'),
  route: fc.constantFrom(...Object.keys(ROUTES)),
  fault: fc.option(fc.constantFrom(...Object.keys(FAULTS)), { nil: 'fine' }),
});

describe('Keys that begin alike', () => {
  it('never see each other’s data, however their requests interleave, expire and fail', async () => {
    const composio = await startComposio(projects());
    const server = await startServer({ composio, env: { ...SHORT, MAX_RETRIES: '0' } });
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 8 }), { maxLength: 6 }),
        async (waves) => {
          for (const wave of waves) {
            for (const { key, fault } of wave) {
              composio.on('*', (request) => request.key === key).once(FAULTS[fault] ?? normally);
            }
            const answers = wave.map(async ({ key, user, route }) => {
              const options = { key, headers: { 'x-openwebui-user-id': user } };
              const { text, status } = (await ROUTES[route]?.(server, options)) ?? { text: '', status: 0 };
              const foreign = markersIn(text).filter((marker) => marker !== markerOf(key));
              expect({ key, route, foreign }).toEqual({ key, route, foreign: [] });
              const others = [0, 1, 2, 3].filter((index) => index !== KEYS.indexOf(key));
              for (const index of others) expect(text).not.toContain(`NOTES_OF_${index}`);
              if (status === 200 && markersIn(text).length > 0) answered += 1;
            });
            await Promise.all(answers);
            composio.recover();
          }
        },
      ),
      { numRuns: 30, interruptAfterTimeLimit: 4_000 },
    );
    expect(answered).toBeGreaterThan(20);
    const mixed = composio.executions.filter(
      ({ key, body }) => !KEYS.includes(key) || !/"user_id":"(anna|ben)"/.test(body),
    );
    expect(mixed).toEqual([]);
  });

  it.each(Object.keys(ROUTES))(
    'do not wait for each other, nor share what the other waited for: %s',
    async (route) => {
      const composio = await startComposio(projects());
      const server = await startServer({ composio, env: SHORT });
      const [first = '', second = ''] = KEYS.slice(1);
      const ask = async (key: string) => await ROUTES[route]?.(server, { key });
      await Promise.all([ask(first), ask(second)]);
      const door = gate();
      composio.on('*', ({ key }) => key === first).always(door.hold);
      const held = ask(first);
      await eventually(async () => expect((await ask(second))?.text).toBeDefined());
      const free = await ask(second);
      door.open();
      const late = await held;

      expect(markersIn(free?.text ?? '')).not.toContain(markerOf(first));
      expect(markersIn(late?.text ?? '')).not.toContain(markerOf(second));
    },
  );
});

describe('Users of one key', () => {
  const tools = generateCatalogue({ toolkits: 3, toolsPerToolkit: 2, seed: 9 });
  const as = (user: string) => ({ headers: { 'x-openwebui-user-id': user } });
  let composio: ScriptedComposio;
  let server: TestServer;

  beforeEach(async () => {
    composio = await startComposio({
      tools,
      accounts: [account('anna', 'cobalt'), account('ben', 'beacon')],
    });
    server = await startServer({ composio, env: { TRUST_USER_HEADERS: 'true' } });
  });

  it('see their own connections only', async () => {
    for (const [user, toolkit] of [
      ['anna', 'cobalt'],
      ['ben', 'beacon'],
      ['carl', undefined],
    ] as const) {
      const toolkits = await server.get('/api/toolkits', as(user));
      const connected = toolkits.body.items.filter(({ connected }: { connected: boolean }) => connected);
      expect(connected.map(({ slug }: { slug: string }) => slug)).toEqual(toolkit ? [toolkit] : []);
      const document = await server.get('/openapi.json', as(user));
      const [first] = Object.keys(document.body.paths);
      if (toolkit) expect(first?.toLowerCase()).toContain(toolkit);
      const connections = await server.get('/api/connections', as(user));
      expect(connections.body.items.map(({ id }: { id: string }) => id)).toEqual(
        toolkit ? [`ca_${toolkit}_${user}`] : [],
      );
    }
  });

  it('share the tools of the key: one request to Composio serves all', async () => {
    await Promise.all(['anna', 'ben', 'carl'].map((user) => server.get('/api/tools', as(user)).expect(200)));

    expect(composio.count('GET /tools')).toBe(1);
    expect(composio.count('GET /connected_accounts')).toBe(3);
  });
});

it('a key that Composio no longer accepts is served no longer, and a call with it never runs', async () => {
  const composio = await startComposio(projects());
  const [revoked = '', other = ''] = KEYS;
  const server = await startServer({ composio, env: SHORT });
  const paths = ['/openapi.json', '/api/tools', '/api/toolkits', '/api/servers', `/api/tools/${READ_NOTE}`];
  for (const path of paths) await server.get(path, { key: revoked }).expect(200);
  composio.project(revoked).revoked = true;

  for (const path of paths) {
    await eventually(async () => {
      const { body } = await server.get(path, { key: revoked });
      expect([path, body.code]).toEqual([path, 'credential_rejected']);
    });
    for (let asked = 0; asked < 3; asked += 1) await server.get(path, { key: revoked }).expect(401);
    await server.get(path, { key: other }).expect(200);
  }
  const { body } = await server.post(`/api/tools/${READ_NOTE}/execute`, {}, { key: revoked });
  expect(body.code).toBe('credential_rejected');
  expect(composio.executions).toEqual([]);

  composio.project(revoked).revoked = false;
  await server.get('/openapi.json', { key: revoked }).expect(200);
  expect(composio.count(EXECUTE)).toBeLessThanOrEqual(1);
});

it('a server in the same process keeps a cache of its own', async () => {
  const [one, two] = await Promise.all([startComposio(projects()), startComposio(projects())]);
  two.project().marker = '<whose:9>';
  const [first, second] = await Promise.all([startServer({ composio: one }), startServer({ composio: two })]);

  expect(markersIn((await first.get('/api/tools')).text)).toEqual(['<whose:0>']);
  expect(markersIn((await second.get('/api/tools')).text)).toEqual(['<whose:9>']);
});

it('calls of one key that hang leave connections for the others', async () => {
  const composio = await startComposio(projects());
  const server = await startServer({ composio, env: { CONNECTION_POOL_SIZE: '4', MAX_RETRIES: '0' } });
  const [busy = '', other = ''] = KEYS;
  const call = (key: string) => server.post(`/api/tools/${READ_NOTE}/execute`, {}, { key });
  for (const key of [busy, other]) await call(key).expect(200);
  composio.forget();
  const door = gate();
  composio.on(EXECUTE, ({ key }) => key === busy).always(door.hold);

  const hanging = Array.from({ length: 8 }, () => call(busy).then(({ status }) => status));
  await eventually(() => expect(composio.count(EXECUTE)).toBe(3));
  await call(other).expect(200);
  door.open();

  expect(new Set(await Promise.all(hanging))).toEqual(new Set([200]));
  expect(composio.executions).toHaveLength(9);
});
