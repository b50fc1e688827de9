import { generateCatalogue } from '../support/odd-tools-catalogue.js';
import { account, toolkit } from '../support/scripted-composio-project.js';
import { type ScriptedComposio, startComposio } from '../support/scripted-composio.js';
import { eventually, startServer, type TestServer } from '../support/start-server.js';

let composio: ScriptedComposio;
let server: TestServer;

beforeAll(async () => {
  const tools = generateCatalogue({ toolkits: 2, toolsPerToolkit: 3, seed: 12 });
  composio = await startComposio({
    tools,
    toolkits: [
      toolkit('beacon', tools.slice(3)),
      toolkit('acorn', tools.slice(0, 3)),
      ...Array.from({ length: 1_500 }, (_, index) => toolkit(`app${index}`)),
    ],
    servers: Array.from({ length: 120 }, (_, index) => ({
      id: `id-${index}`,
      name: `Server ${index}`,
      toolkits: ['acorn'],
      allowed_tools: index === 7 ? ['ACORN_GET_ISSUE'] : [],
      mcp_url: 'https://backend.composio.dev/v3/mcp/secret-url',
    })),
    accounts: [account('default', 'acorn'), account('default', 'beacon', { status: 'EXPIRED' })],
  });
  server = await startServer({ composio, env: { SERVERS_CACHE_TTL_SECONDS: '0.05' } });
});

describe('Servers', () => {
  it('that hold nothing of the scope are neither listed nor shown', async () => {
    const within = await server.get('/toolkits/acorn/api/servers').expect(200);
    const outside = await server.get('/toolkits/beacon/api/servers').expect(200);
    const one = await server.get('/toolkits/beacon/api/servers/id-1');

    expect([within.body.total_items, outside.body.total_items]).toEqual([120, 0]);
    expect(one.body).toMatchObject({ status: 403, code: 'tool_not_allowed' });
  });
});

describe('Toolkits', () => {
  it('are listed all, the most used first, with the user’s connections', async () => {
    const { body } = await server.get('/api/toolkits').expect(200);

    expect(body.total_items).toBe(1_502);
    expect(new Set(body.items.map(({ slug }: { slug: string }) => slug)).size).toBe(1_502);
    expect(body.items.slice(0, 2)).toEqual([
      expect.objectContaining({ slug: 'beacon', connected: false, tools_count: 3, categories: ['Work'] }),
      expect.objectContaining({ slug: 'acorn', connected: true, no_auth: false, logo: expect.any(String) }),
    ]);
  });

  it.each(['acorn', 'ACORN', '%20acorn'])(
    'a caller gets one toolkit by its name in any spelling: %s',
    async (name) => {
      const { body } = await server.get(`/api/toolkits/${name}`).expect(200);

      expect(body).toEqual({
        slug: 'acorn',
        name: 'acorn',
        description: 'All about acorn, for unmarked',
        logo: 'https://logos.example/acorn',
        categories: ['Work'],
        tools_count: 3,
        no_auth: false,
        connected: true,
      });
    },
  );

  it('outside the scope are neither listed nor shown', async () => {
    const list = await server.get('/toolkits/acorn/api/toolkits').expect(200);
    const other = await server.get('/toolkits/acorn/api/toolkits/beacon');

    expect(list.body.items.map(({ slug }: { slug: string }) => slug)).toEqual(['acorn']);
    expect(other.body).toMatchObject({ status: 403, code: 'tool_not_allowed' });
    expect((await server.get('/servers/id-1/api/toolkits')).body.total_items).toBe(1);
  });

  it.each(['nowhere', '..%2ftools', '%00', 'x'.repeat(200)])(
    'that do not exist are not found: %#',
    async (name) => {
      expect((await server.get(`/api/toolkits/${name}`)).body).toMatchObject({
        status: 404,
        code: 'not_found',
      });
    },
  );

  it('show a new connection soon', async () => {
    composio.project().accounts.push(account('default', 'beacon', { id: 'ca_new' }));

    await eventually(async () => {
      expect((await server.get('/api/toolkits/beacon')).body.connected).toBe(true);
    });
  });
});

describe('MCP servers', () => {
  it('are listed all, without their secret addresses', async () => {
    const { body, text } = await server.get('/api/servers').expect(200);

    expect(body.total_items).toBe(120);
    expect(body.items[7]).toEqual({
      id: 'id-7',
      name: 'Server 7',
      toolkits: ['acorn'],
      allowed_tools: ['ACORN_GET_ISSUE'],
      created_at: null,
      updated_at: null,
    });
    expect(text).not.toContain('secret-url');
  });

  it.each(['id-7', 'ID-7', 'Server%207', 'server 7'])(
    'a caller gets one server by its id or name: %s',
    async (name) => {
      expect((await server.get(`/api/servers/${encodeURI(decodeURI(name))}`).expect(200)).body.id).toBe(
        'id-7',
      );
    },
  );

  it('outside the scope are neither listed nor shown', async () => {
    expect((await server.get('/servers/id-7/api/servers')).body.total_items).toBe(1);
    expect((await server.get('/servers/id-7/api/servers/id-8')).body.code).toBe('tool_not_allowed');
  });

  it.each(['nowhere', '%2e%2e', 'id-7%2F..'])('that do not exist are not found: %s', async (name) => {
    expect((await server.get(`/api/servers/${name}`)).body).toMatchObject({ status: 404 });
  });
});
