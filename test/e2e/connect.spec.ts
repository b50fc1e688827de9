import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.js';
import { wireTool } from '../support/odd-tools.js';
import { delayed, status, text } from '../support/scripted-composio-faults.js';
import { account } from '../support/scripted-composio-project.js';
import { EXECUTE, type ScriptedComposio, startComposio } from '../support/scripted-composio.js';
import { eventually, startServer, type TestServer } from '../support/start-server.js';
import { passTime } from './clock.js';
import { notesTools, WRITE_NOTE } from './notes-tools.js';

const LINK = 'POST /connected_accounts/link';
const AUTH_CONFIGS = 'POST /auth_configs';

const clock = { slug: 'clock', name: 'Clock', logo: '' };
const TOOLS = [...notesTools(), wireTool({ slug: 'CLOCK_NOW', toolkit: clock, no_auth: true })];
let composio: ScriptedComposio;
let server: TestServer;
let key: string;

beforeAll(async () => {
  composio = await startComposio();
  server = await startServer({ composio, env: { TRUST_USER_HEADERS: 'true' } });
});

beforeEach(() => {
  composio.recover();
  composio.forget();
  key = composio.addProject({ tools: TOOLS, needsAccount: new Set(['notes']) });
});

const run = (user = 'anna') =>
  server.post(
    `/api/tools/${WRITE_NOTE}/execute`,
    { text: 'hello' },
    { key, headers: { 'x-openwebui-user-id': user } },
  );
const connect = (toolkit: unknown, at = server) => at.post('/api/connections', { toolkit }, { key });

describe('A call without a connection', () => {
  it('says where the user connects, with a link made for that user', async () => {
    composio.project(key).authConfigs.push({
      id: 'ac_own',
      toolkit: { slug: 'notes' },
      status: 'ENABLED',
      is_composio_managed: false,
    });

    const answer = await run('anna');

    expect(answer.type).toBe('application/problem+json');
    expect(answer.body).toMatchObject({
      status: 409,
      code: 'account_not_connected',
      toolkit: 'notes',
      connect_url: expect.stringContaining(`${composio.url}/connect/`),
      expires_at: expect.any(String),
      fix: expect.stringContaining('connect_url'),
      retryable: false,
    });
    expect(JSON.parse(composio.to(LINK)[0]?.body ?? '')).toEqual({
      auth_config_id: 'ac_own',
      user_id: 'anna',
    });
    expect(composio.count(AUTH_CONFIGS)).toBe(0);
  });

  it('makes the way to connect where there is none, once for all who ask', async () => {
    composio.on(AUTH_CONFIGS).always(delayed(20));

    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => run(`user-${index}`)));

    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 409));
    expect(composio.project(key).authConfigs).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => body.connect_url)).size).toBe(10);
    expect(JSON.parse(composio.to(AUTH_CONFIGS)[0]?.body ?? '')).toEqual({
      toolkit: { slug: 'notes' },
      auth_config: { type: 'use_composio_managed_auth' },
    });
  });

  it('does not use a disabled way to connect, nor that of another toolkit', async () => {
    composio
      .project()
      .authConfigs.push(
        { id: 'ac_off', toolkit: { slug: 'notes' }, status: 'DISABLED', is_composio_managed: true },
        { id: 'ac_other', toolkit: { slug: 'clock' }, status: 'ENABLED', is_composio_managed: true },
      );

    expect((await run()).status).toBe(409);
    expect(composio.count(AUTH_CONFIGS)).toBe(1);
  });

  it.each([
    ['Composio has no credentials of its own', () => void composio.project(key).unmanaged.add('notes')],
    ['the key may not make links', () => composio.on(LINK).always(status(403))],
    ['Composio fails', () => composio.on(LINK).always(status(500))],
    [
      'the answer holds no link',
      () => composio.on(LINK).always(text('{"redirect_url":"javascript:alert(1)"}')),
    ],
  ])('is still told apart where no link can be made: %s', async (_, arrange) => {
    arrange();

    const { body } = await run();

    expect(body).toMatchObject({ status: 409, code: 'account_not_connected', toolkit: 'notes' });
    expect(body).not.toHaveProperty('connect_url');
    expect(body.fix).toContain('notes');
  });
});

describe('POST /api/connections', () => {
  it('gives a link, whatever the case of the name', async () => {
    const { body } = await connect(' Notes ').expect(200);

    expect(body).toEqual({
      toolkit: 'notes',
      connect_url: expect.stringContaining('/connect/'),
      expires_at: expect.any(String),
      connection_id: expect.any(String),
      hint: expect.any(String),
    });
  });

  it('gives a fresh link each time', async () => {
    const links = await Promise.all([connect('notes'), connect('notes')]);

    expect(new Set(links.map(({ body }) => body.connect_url)).size).toBe(2);
  });

  it.each([
    ['an app that needs no account', 'clock', 400, 'request_invalid'],
    ['an app that does not exist', 'nowhere', 404, 'not_found'],
    ['no app', undefined, 400, 'request_invalid'],
    ['something else than a name', 5, 400, 'request_invalid'],
  ])('is refused for %s', async (_, toolkit, status, code) => {
    expect((await connect(toolkit)).body).toMatchObject({ status, code, retryable: false });
    expect(composio.count(LINK)).toBe(0);
  });

  it('says in Composio’s words why an app cannot be connected this way, and that trying again does not help', async () => {
    composio.project(key).unmanaged.add('notes');

    const { body, headers } = await connect('notes');

    expect(body.status).toBeLessThan(500);
    expect(body.retryable).toBe(false);
    expect(body.detail).toContain('Default auth config not found');
    expect(headers).not.toHaveProperty('retry-after');
  });

  it('is refused for an app that the operator does not allow, or that is outside the scope', async () => {
    const strict = await startServer({ composio, env: { ALLOWED_TOOLKITS: 'clock' } });

    expect((await connect('notes', strict)).body).toMatchObject({ status: 403, code: 'tool_not_allowed' });
    const scoped = await server.post('/toolkits/clock/api/connections', { toolkit: 'notes' }, { key });
    expect(scoped.body).toMatchObject({ status: 403, code: 'tool_not_allowed' });
    expect(composio.count(LINK)).toBe(0);
  });
});

describe('GET /api/connections', () => {
  it('lists all accounts of the user and of nobody else, and never a credential', async () => {
    composio.project(key).accounts = [
      ...Array.from({ length: 120 }, (_, index) => account('default', 'notes', { id: `ca_${index}` })),
      account('somebody', 'notes'),
    ];

    const { body, text } = await server.get('/api/connections', { key }).expect(200);

    expect(body.total_items).toBe(120);
    expect(new Set(body.items.map(({ id }: { id: string }) => id)).size).toBe(120);
    expect(body.items[0]).toEqual({
      id: 'ca_0',
      toolkit: 'notes',
      status: 'ACTIVE',
      status_reason: null,
      alias: 'of unmarked',
      created_at: '2026-05-01T00:00:00Z',
      updated_at: null,
    });
    expect(text).not.toContain('account-secret');
  });

  it('lists those of the scope only', async () => {
    composio.project(key).accounts = [account('default', 'notes'), account('default', 'clock')];

    const { body } = await server.get('/toolkits/clock/api/connections', { key }).expect(200);

    expect(body.items.map(({ toolkit }: { toolkit: string }) => toolkit)).toEqual(['clock']);
  });
});

describe('After the user connected', () => {
  const press = (url: string) => fetch(url, { method: 'POST', redirect: 'manual' });
  let sandbox: Sandbox;
  let demo: TestServer;
  let count = 0;

  beforeAll(async () => {
    sandbox = await startSandbox();
    demo = await startServer({ composio: sandbox });
  });
  beforeEach(() => {
    key = `${sandbox.apiKey}_${(count += 1)}`;
  });
  afterAll(() => sandbox.close());

  it.each(['chat', 'contacts'])('the very next call works: %s', async (app) => {
    const tool = app === 'chat' ? 'CHAT_LIST_CHANNELS' : 'CONTACTS_LIST_CONTACTS';
    const refused = await demo.post(`/api/tools/${tool}/execute`, {}, { key });
    expect(refused.body.code).toBe('account_not_connected');

    expect((await press(refused.body.connect_url)).status).toBe(200);

    await demo.post(`/api/tools/${tool}/execute`, {}, { key }).expect(200);
  });

  it('the link that was asked for works as well, and the connection is listed', async () => {
    const { body } = await demo.post('/api/connections', { toolkit: 'chat' }, { key }).expect(200);
    await press(body.connect_url);

    await demo.post('/api/tools/CHAT_LIST_CHANNELS/execute', {}, { key }).expect(200);
    const list = await demo.get('/api/connections', { key });
    expect(list.body.items).toContainEqual(expect.objectContaining({ toolkit: 'chat', status: 'ACTIVE' }));
  });

  it('the search no longer tells the model to connect it, even if it looked before the user was done', async () => {
    const isConnected = async () => {
      const query = { query: 'list the channels of the chat', toolkits: ['chat'] };
      const { body } = await demo.post('/api/tools/search', query, { key });
      return body.tools[0].connected as boolean;
    };
    expect(await isConnected()).toBe(false);
    const { body } = await demo.post('/api/connections', { toolkit: 'chat' }, { key });
    for (let looks = 0; looks < 5; looks += 1) expect(await isConnected()).toBe(false);
    await press(body.connect_url);
    await demo.post('/api/tools/CHAT_LIST_CHANNELS/execute', {}, { key }).expect(200);

    passTime(6);
    await eventually(async () => expect(await isConnected()).toBe(true));
  });
});

it('executions of users never mix: each runs as its own user', async () => {
  composio.project(key).accounts = [account('anna', 'notes')];

  const [anna, ben] = await Promise.all([run('anna'), run('ben')]);

  expect([anna.status, ben.status]).toEqual([200, 409]);
  expect(composio.executions.map(({ userId }) => userId)).toEqual(['anna']);
  expect(composio.count(EXECUTE)).toBe(2);
});
