import { wireTool } from '../support/odd-tools.js';
import { type Fault, redirect, status, text } from '../support/scripted-composio-faults.js';
import { account, toolkit } from '../support/scripted-composio-project.js';
import { EXECUTE, type ScriptedComposio, startComposio } from '../support/scripted-composio.js';
import { eventually, startServer, type TestServer } from '../support/start-server.js';
import { notesTools, READ_NOTE, WRITE_NOTE } from './notes-tools.js';

/** Anything, as if it were what Composio documents: its data is not to be trusted. */
const odd = (value: unknown) => value as never;
const notes = notesTools()[0]?.toolkit;

let composio: ScriptedComposio;
let server: TestServer;

beforeAll(async () => {
  composio = await startComposio();
  server = await startServer({ composio });
});

beforeEach(() => composio.recover());

describe('One odd thing in a list of Composio', () => {
  it.each<[string, unknown]>([
    ['null', null],
    ['a text', 'tool'],
    ['no slug', { ...wireTool({ slug: 'X' }), slug: undefined }],
    ['a slug that is a path', { ...wireTool({ slug: '../../toolkits' }), toolkit: notes }],
    ['a slug that is a number', { ...wireTool({ slug: 'X' }), slug: 7, toolkit: notes }],
    ['a description that is a number', { ...wireTool({ slug: 'ODD' }), description: 7, toolkit: notes }],
    ['a description that is null', { ...wireTool({ slug: 'ODD' }), description: null, toolkit: notes }],
    ['a name that is an object', { ...wireTool({ slug: 'ODD' }), name: {}, toolkit: notes }],
    ['no toolkit', { ...wireTool({ slug: 'ODD' }), toolkit: null }],
    ['a toolkit without a name', { ...wireTool({ slug: 'ODD' }), toolkit: { slug: 5 } }],
    ['tags that are a text', { ...wireTool({ slug: 'ODD' }), tags: 'readOnlyHint', toolkit: notes }],
    ['tags that are null', { ...wireTool({ slug: 'ODD' }), tags: null, toolkit: notes }],
    ['parameters that are a list', { ...wireTool({ slug: 'ODD' }), input_parameters: [], toolkit: notes }],
    ['parameters that are null', { ...wireTool({ slug: 'ODD' }), input_parameters: null, toolkit: notes }],
    [
      'parameters that are a text',
      { ...wireTool({ slug: 'ODD' }), input_parameters: 'none', toolkit: notes },
    ],
    ['a version that is a number', { ...wireTool({ slug: 'ODD' }), version: 1, toolkit: notes }],
  ])('does not spoil the others: a tool with %s', async (_, tool) => {
    const tools = notesTools();
    const key = composio.addProject({ tools });
    composio.on('GET /tools').always(({ send }) => {
      const body = { items: [odd(tool), ...tools], next_cursor: null, total_items: 3 };
      send({ status: 200, text: JSON.stringify(body) });
    });

    for (const path of [
      '/openapi.json',
      '/api/tools',
      '/api/tools?format=openai',
      `/api/tools/${READ_NOTE}`,
    ]) {
      expect((await server.get(path, { key }).expect(200)).text).toContain(READ_NOTE);
    }
    await server.post('/api/tools/search', { query: 'reads a note' }, { key }).expect(200);
    await server.post(`/api/tools/${READ_NOTE}/execute`, {}, { key }).expect(200);
    expect((await server.post('/api/tools/ODD/execute', {}, { key })).status).not.toBe(500);
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['no slug', { name: 'X' }],
    ['no meta', { ...toolkit('odd'), meta: null }],
    ['categories that are null', { ...toolkit('odd'), meta: { categories: null } }],
    ['categories of nothing', { ...toolkit('odd'), meta: { categories: [null, 5] } }],
    ['a name that is null', { ...toolkit('odd'), name: null }],
  ])('does not spoil the others: a toolkit with %s', async (_, given) => {
    const key = composio.addProject({ tools: notesTools() });
    composio.project(key).toolkits.push(odd(given));

    expect((await server.get('/api/toolkits', { key }).expect(200)).text).toContain('"notes"');
    await server.get('/api/toolkits/notes', { key }).expect(200);
    await server.get('/openapi.json', { key }).expect(200);
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['no id', { name: 'X' }],
    ['a name that is null', { id: 'x', name: null, toolkits: ['notes'] }],
    ['a name that is a number', { id: 'x', name: 5, toolkits: ['notes'] }],
    ['toolkits that are null', { id: 'x', name: 'x', toolkits: null, allowed_tools: null }],
    ['toolkits of nothing', { id: 'x', name: 'x', toolkits: [null, 5], allowed_tools: [null] }],
  ])('does not spoil the others: a server with %s', async (_, given) => {
    const fine = { id: 'one', name: 'One', toolkits: ['notes'], allowed_tools: [] };
    const key = composio.addProject({ tools: notesTools(), servers: [odd(given), fine] });

    expect((await server.get('/api/servers', { key }).expect(200)).text).toContain('"One"');
    expect((await server.get('/servers/one/openapi.json', { key }).expect(200)).text).toContain(READ_NOTE);
  });

  it.each<[string, unknown]>([
    ['a text', READ_NOTE],
    ['numbers', [5]],
    ['nothing that has a name', [null]],
  ])('does not open what was closed: a server whose allowed tools are %s', async (_, allowed_tools) => {
    const closed = { id: 'one', name: 'One', toolkits: ['notes'], allowed_tools: odd(allowed_tools) };
    const key = composio.addProject({ tools: notesTools(), servers: [closed] });

    expect((await server.get('/servers/one/api/tools', { key }).expect(200)).text).not.toContain(WRITE_NOTE);
    const run = await server.post(`/servers/one/api/tools/${WRITE_NOTE}/execute`, { text: 'x' }, { key });
    expect(run.body.code).toBe('tool_not_allowed');
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['no toolkit', { id: 'ca_1', user_id: 'default', status: 'ACTIVE' }],
    ['a toolkit that is a text', { id: 'ca_1', user_id: 'default', status: 'ACTIVE', toolkit: { slug: 7 } }],
  ])('does not spoil the others: a connection with %s', async (_, given) => {
    const key = composio.addProject({ tools: notesTools() });
    composio.on('GET /connected_accounts').always(({ send }) => {
      const items = [given, account('default', 'notes')];
      send({ status: 200, text: JSON.stringify({ items, next_cursor: null, total_items: 2 }) });
    });

    expect((await server.get('/api/connections', { key }).expect(200)).text).toContain('ca_notes_default');
    expect((await server.get('/api/toolkits/notes', { key }).expect(200)).body.connected).toBe(true);
  });

  it('like a slug in lower case can be called all the same', async () => {
    const tool = wireTool({ slug: 'Odd_get_thing' });
    const key = composio.addProject({ tools: [tool] });
    const { body } = await server.get('/openapi.json', { key }).expect(200);

    const [path = ''] = Object.keys(body.paths);
    expect((await server.post(path, {}, { key })).status).toBe(200);
    expect((await server.get('/api/tools/Odd_get_thing', { key })).status).toBe(200);
  });

  it.each([1_000, 20_000])('like a schema nested %s levels breaks nothing', async (levels) => {
    const schema = `${'{"type":"object","properties":{"a":'.repeat(levels)}{}${'}}'.repeat(levels)}`;
    const tools = [...notesTools(), wireTool({ slug: 'NOTES_DEEP', input_parameters: odd('DEEP') })];
    const items = JSON.stringify(tools).replace('"DEEP"', schema);
    const key = composio.addProject({ tools });
    composio.on('GET /tools').always(text(`{"items":${items},"next_cursor":null,"total_items":3}`));

    const { body } = await server.get('/openapi.json', { key }).expect(200);
    expect(Object.keys(body.paths)).toContain(`/api/tools/${READ_NOTE}/execute`);
    expect((await server.get('/api/tools', { key }).expect(200)).text).toContain(schema);
    await server.get('/api/tools?format=openai', { key }).expect(200);
    await server.post('/api/tools/search', { query: 'notes deep' }, { key }).expect(200);
    await server.post('/api/tools/NOTES_DEEP/execute', { a: {} }, { key }).expect(200);
  });

  it('like a pattern that takes for ever does not hang the server', async () => {
    const evil = { type: 'string', pattern: '^(a+)+$' };
    const tool = wireTool({ slug: 'EVIL', input_parameters: { type: 'object', properties: { evil } } });
    const key = composio.addProject({ tools: [tool] });
    const start = performance.now();

    const { body } = await server.post('/api/tools/EVIL/execute', { evil: `${'a'.repeat(5_000)}!` }, { key });

    expect(body.code).toBe('arguments_invalid');
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('An odd answer of Composio', () => {
  it.each(['/auth_configs', '/connected_accounts/link'])(
    'may have changed something, so that nobody is told to repeat it: to POST %s',
    async (path) => {
      for (const fault of [text('{"id":null}'), text('[]'), redirect('/elsewhere', 307)]) {
        const key = composio.addProject({ tools: notesTools() });
        composio.recover();
        composio.on(`POST ${path}`).always(fault);

        const { body, headers } = await server.post('/api/connections', { toolkit: 'notes' }, { key });

        expect(body).toMatchObject({ status: 504, code: 'outcome_unknown', retryable: false });
        expect(headers).not.toHaveProperty('retry-after');
      }
    },
  );

  it('that refuses a list sends callers away for a minute', async () => {
    const key = composio.addProject({ tools: notesTools() });
    composio.on('GET /connected_accounts').always(status(400));

    const { body, headers } = await server.get('/api/connections', { key });

    expect(body).toMatchObject({ status: 503, code: 'upstream_unavailable' });
    expect(headers['retry-after']).toBe('60');
  });

  const page = (code: number): Fault => text('<h1>Forbidden</h1>', { code, type: 'text/html' });

  it.each<[string, Fault]>([
    ['a page with 401', page(401)],
    ['a page with 403', page(403)],
    ['a page with 404', page(404)],
  ])('that is not Composio’s own takes nothing away from a caller: %s', async (_, fault) => {
    const key = composio.addProject({ tools: notesTools() });
    const hasty = await startServer({ composio, env: { TOOLS_CACHE_TTL_SECONDS: '0.01' } });
    await hasty.get('/api/tools', { key }).expect(200);
    composio.forget();
    composio.on('*').always(fault);

    await eventually(async () => {
      await hasty.get('/api/tools', { key }).expect(200);
      expect(composio.count()).toBeGreaterThan(0);
      expect(composio.pending).toBe(0);
    });
    await hasty.get('/api/tools', { key }).expect(200);
    const run = await hasty.post(`/api/tools/${READ_NOTE}/execute`, {}, { key });
    expect(run.body).toMatchObject({ status: 503, code: 'upstream_unavailable', retryable: true });
  });

  it('with thousands of errors stalls nobody', async () => {
    const errors = Array.from({ length: 8_000 }, (_, index) => `argument ${index}: Required`);
    const key = composio.addProject({ tools: notesTools() });
    composio.on(EXECUTE).once(text(JSON.stringify({ error: { code: 10_400, errors } }), { code: 400 }));
    const start = performance.now();

    const { body } = await server.post(`/api/tools/${READ_NOTE}/execute`, {}, { key });

    expect(body.code).toBe('arguments_invalid');
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

it('half a character in a question reaches Composio as a sign for it', async () => {
  const other = wireTool({ slug: 'OTHER', toolkit: { slug: 'other', name: 'Other', logo: '' } });
  const key = composio.addProject({ tools: [...notesTools(), other] });
  const narrow = await startServer({ composio, env: { TOOLS_MAX_APPS: '1' } });
  composio.forget();

  await narrow.post('/api/tools/search', '{"query":"\\ud800"}', { key }).expect(200);

  expect(composio.to('GET /tools').map(({ query }) => query.get('query'))).toContain('\ufffd');
});
