import { generateCatalogue } from '../support/odd-tools-catalogue.js';
import { wireTool } from '../support/odd-tools.js';
import { status } from '../support/scripted-composio-faults.js';
import { account } from '../support/scripted-composio-project.js';
import { startComposio } from '../support/scripted-composio.js';
import { startServer, type TestServer } from '../support/start-server.js';

const TOOLS = generateCatalogue({ toolkits: 3, toolsPerToolkit: 20, seed: 10 });
let server: TestServer;

beforeAll(async () => {
  const composio = await startComposio({ tools: TOOLS, accounts: [account('default', 'beacon')] });
  server = await startServer({ composio });
});

describe('POST /api/tools/search', () => {
  const search = (body: unknown, prefix = '') => server.post(`${prefix}/api/tools/search`, body);

  it('gives the best matches with all it takes to call them', async () => {
    const { body } = await search({ query: 'I want to create an issue in beacon', limit: 3 }).expect(200);

    expect(body.tools).toHaveLength(3);
    expect(body.tools[0]).toEqual({
      tool: 'BEACON_CREATE_ISSUE',
      description: expect.any(String),
      toolkit: 'beacon',
      read_only: false,
      connected: true,
      parameters: expect.objectContaining({ type: 'object', properties: expect.any(Object) }),
    });
    expect(body.hint).toContain('composio_execute_tool');
    const found = body.tools.map(({ tool }: { tool: string }) => tool);
    expect(TOOLS.map(({ slug }) => slug)).toEqual(expect.arrayContaining(found));
  });

  it('looks into the named apps only, and never out of the scope', async () => {
    const toolkitsOf = async (body: unknown, prefix = '') =>
      new Set(
        (await search(body, prefix).expect(200)).body.tools.map(
          ({ toolkit }: { toolkit: string }) => toolkit,
        ),
      );

    expect(await toolkitsOf({ query: 'issue', toolkits: ['Cobalt'], limit: 20 })).toEqual(
      new Set(['cobalt']),
    );
    expect(await toolkitsOf({ query: 'issue', limit: 20 }, '/toolkits/acorn')).toEqual(new Set(['acorn']));
    expect(await toolkitsOf({ query: 'issue', toolkits: ['cobalt'] }, '/toolkits/acorn')).toEqual(new Set());
  });

  it('says what to do where nothing matches', async () => {
    const { body } = await search({ query: 'zzzzzz' }).expect(200);

    expect(body.tools).toEqual([]);
    expect(body.hint).toMatch(/other words/);
  });

  it('finds what is in memory where Composio’s own search fails', async () => {
    const failing = await startComposio({ tools: TOOLS });
    const narrow = await startServer({ composio: failing, env: { TOOLS_MAX_APPS: '2' } });
    failing.on('GET /tools', ({ query }) => query.has('query')).always(status(500));

    const { body } = await narrow.post('/api/tools/search', { query: 'create issue acorn' }).expect(200);
    expect(failing.to('GET /tools').some(({ query }) => query.get('query') === 'create issue acorn')).toBe(
      true,
    );

    expect(body.tools[0].tool).toBe('ACORN_CREATE_ISSUE');
  });

  it.each([
    [{}, '/query'],
    [{ query: '  ' }, '/query'],
    [{ query: 5 }, '/query'],
    [{ query: 'x'.repeat(1_001) }, '/query'],
    [{ query: 'x', limit: 0 }, '/limit'],
    [{ query: 'x', limit: '5' }, '/limit'],
    [{ query: 'x', limit: 21 }, '/limit'],
    [{ query: 'x', toolkits: 'gmail' }, '/toolkits'],
    [[], ''],
  ])('refuses what it cannot use, naming the member: %#', async (body, path) => {
    expect((await search(body)).body).toMatchObject({
      status: 400,
      code: 'request_invalid',
      errors: [{ path }],
    });
  });

  it('stays within what a model can bear, and still gives the best match', async () => {
    const text = { type: 'string', description: 'Long words. '.repeat(80) };
    const wide = {
      type: 'object',
      properties: Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`p${n}`, text])),
    };
    const tools = Array.from({ length: 20 }, (_, index) =>
      wireTool({ slug: `WIDE_TOOL_${index}`, input_parameters: wide }),
    );
    const heavy = await startServer({ composio: await startComposio({ tools }) });

    const answer = await heavy.post('/api/tools/search', { query: 'wide tool', limit: 20 }).expect(200);

    expect(answer.body.tools.length).toBeGreaterThan(0);
    expect(answer.text.length).toBeLessThan(62_000);
  });
});
