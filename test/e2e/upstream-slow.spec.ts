import { generateCatalogue } from '../support/odd-tools-catalogue.js';
import { delayed, gate, hang, status } from '../support/scripted-composio-faults.js';
import { account } from '../support/scripted-composio-project.js';
import { EXECUTE, type ScriptedComposio, startComposio } from '../support/scripted-composio.js';
import { eventually, startServer } from '../support/start-server.js';
import { notesTools, READ_NOTE } from './notes-tools.js';

describe('When Composio does not tell the connections of a user', () => {
  it('the tools are there all the same, as if nobody were connected', async () => {
    const composio = await startComposio({ tools: notesTools() });
    composio.on('GET /connected_accounts').always(status(403));
    const server = await startServer({ composio });

    expect((await server.get('/openapi.json').expect(200)).text).toContain(READ_NOTE);
    await server.post(`/api/tools/${READ_NOTE}/execute`, {}).expect(200);
    expect((await server.get('/api/connections')).body.code).toBe('credential_scope');
  });

  it('Composio is not asked again by each and every request', async () => {
    const composio = await startComposio({ tools: notesTools() });
    composio.on('GET /connected_accounts').always(status(500));
    const server = await startServer({ composio, env: { MAX_RETRIES: '0' } });

    for (let asked = 0; asked < 30; asked += 1) await server.get('/openapi.json').expect(200);

    expect(composio.count('GET /connected_accounts')).toBeLessThanOrEqual(3);
  });

  it('a call neither waits for it nor asks for it', async () => {
    const composio = await startComposio({ tools: notesTools() });
    const server = await startServer({ composio, env: { TRUST_USER_HEADERS: 'true' } });
    composio.on('GET /connected_accounts').always(status(500));
    await server.get('/openapi.json').expect(200);
    composio.forget();

    for (const user of ['anna', 'ben', 'carl']) {
      const as = { headers: { 'x-openwebui-user-id': user } };
      await server.post(`/api/tools/${READ_NOTE}/execute`, {}, as).expect(200);
    }

    expect(composio.requests.map(({ route }) => route)).toEqual([EXECUTE, EXECUTE, EXECUTE]);
  });

  it('the first document waits a little: which apps are offered depends on it, and clients may keep that', async () => {
    const tools = generateCatalogue({ toolkits: 3, toolsPerToolkit: 2, seed: 14 });
    const composio = await startComposio({ tools, accounts: [account('default', 'cobalt')] });
    composio.on('GET /connected_accounts').once(delayed(800));
    const server = await startServer({ composio, env: { TOOLS_MAX_APPS: '1' } });

    expect((await server.get('/openapi.json').expect(200)).text).toContain('/api/tools/COBALT_');
  });

  it('nobody waits for it longer than for the tools', async () => {
    const composio = await startComposio({ tools: notesTools() });
    composio.on('GET /connected_accounts').always(hang);
    const server = await startServer({ composio, env: { REQUEST_TIMEOUT: '2', MAX_RETRIES: '0' } });

    await server.get('/openapi.json').expect(200);
    const start = performance.now();
    await server.get('/openapi.json').expect(200);
    await server.post(`/api/tools/${READ_NOTE}/execute`, {}).expect(200);

    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('While Composio is slow', () => {
  it('a document that is not there yet ends in a clear answer, and is there afterwards', async () => {
    const composio = await startComposio({ tools: notesTools() });
    const server = await startServer({ composio, env: { REQUEST_TIMEOUT: '0.4' } });
    composio.on('GET /tools').once(hang);

    expect((await server.get('/openapi.json?mode=direct')).body).toMatchObject({
      status: 504,
      code: 'upstream_timeout',
      retryable: true,
    });
    await eventually(() => expect(composio.pending).toBe(0));
    await server.get('/openapi.json').expect(200);
  });

  it('a call does not wait for a refresh of the catalogue', async () => {
    const composio = await startComposio({ tools: notesTools() });
    const env = { TOOLS_CACHE_TTL_SECONDS: '0.02', SERVERS_CACHE_TTL_SECONDS: '0.02' };
    const server = await startServer({ composio, env });
    await server.get('/openapi.json').expect(200);
    for (const route of ['GET /tools', 'GET /toolkits', 'GET /connected_accounts'])
      composio.on(route).always(delayed(1_500));
    await eventually(async () => {
      await server.get('/api/tools');
      expect(composio.count('GET /tools')).toBe(2);
    });

    const start = performance.now();
    await server.post(`/api/tools/${READ_NOTE}/execute`, {}).expect(200);

    expect(performance.now() - start).toBeLessThan(1_200);
    expect(composio.count(EXECUTE)).toBe(1);
  });
});

describe('The server’s own key', () => {
  const env = (composio: ScriptedComposio) => ({
    SERVER_API_KEYS: 'chat:own',
    COMPOSIO_API_KEY: composio.apiKey,
  });

  it('has its tools in memory before anybody asks', async () => {
    const composio = await startComposio({ tools: notesTools() });
    const server = await startServer({ composio, env: env(composio) });
    await eventually(async () => void (await server.get('/health/ready', { key: null }).expect(200)));
    expect(composio.count('GET /tools')).toBe(1);
    composio.forget();
    await composio.down();

    expect((await server.get('/openapi.json', { key: 'own' }).expect(200)).text).toContain(READ_NOTE);
    expect(composio.count()).toBe(0);
  });

  it('makes the server wait with readiness, but not for a Composio that is down', async () => {
    const composio = await startComposio({ tools: notesTools() });
    const door = gate();
    composio.on('GET /tools').once(door.hold);
    const server = await startServer({ composio, env: env(composio) });
    const stateNow = async () => (await server.get('/health/ready', { key: null })).body.status as string;
    expect(await stateNow()).toBe('starting');
    await server.get('/health/live', { key: null }).expect(200);
    door.open();
    await eventually(async () => expect(await stateNow()).toBe('ready'));

    await composio.down();
    const lonely = await startServer({ composio, env: { ...env(composio), COMPOSIO_USER_ID: 'nobody-yet' } });
    await eventually(async () => void (await lonely.get('/health/ready', { key: null }).expect(200)));
  });
});
