import { generateCatalogue } from '../support/odd-tools-catalogue.js';
import { wireTool } from '../support/odd-tools.js';
import { account } from '../support/scripted-composio-project.js';
import { EXECUTE, type ScriptedComposio, startComposio } from '../support/scripted-composio.js';
import { startServer, type TestServer } from '../support/start-server.js';

const LONG = `ACORN_${'VERY_'.repeat(12)}LONG`;
const acorn = { slug: 'acorn', name: 'acorn', logo: '' };
const TOOLS = [
  ...generateCatalogue({ toolkits: 3, toolsPerToolkit: 20, seed: 10 }),
  wireTool({ slug: LONG, toolkit: acorn, description: 'Waters the oak tree.' }),
  wireTool({
    slug: 'ACORN_OLD',
    toolkit: acorn,
    is_deprecated: true,
    description: 'Waters the oak tree, once.',
  }),
];

interface Page {
  readonly items: { readonly slug: string }[];
  readonly next_cursor: string | null;
  readonly total_items: number;
}

let composio: ScriptedComposio;
let server: TestServer;

beforeAll(async () => {
  const servers = [
    { id: 'f0e1', name: 'few', toolkits: ['acorn', 'beacon'], allowed_tools: ['BEACON_GET_ISSUE'] },
  ];
  composio = await startComposio({ tools: TOOLS, servers, accounts: [account('default', 'beacon')] });
  server = await startServer({ composio });
});

beforeEach(() => composio.forget());

async function list(query = '', prefix = ''): Promise<Page> {
  return (await server.get(`${prefix}/api/tools${query}`).expect(200)).body as Page;
}
const slugs = ({ items }: Page) => items.map(({ slug }) => slug);

describe('GET /api/tools', () => {
  it('lists the tools as Composio describes them, the connected ones first, the deprecated last', async () => {
    const page = await list('?limit=1000');

    expect(page.total_items).toBe(TOOLS.length);
    expect(page.next_cursor).toBeNull();
    expect(page.items).toHaveLength(TOOLS.length);
    for (const item of page.items) expect(item).toEqual(TOOLS.find(({ slug }) => slug === item.slug));
    expect(
      slugs(page)
        .slice(0, 20)
        .every((slug) => slug.startsWith('BEACON_')),
    ).toBe(true);
    expect(slugs(page).at(-1)).toBe('ACORN_OLD');
  });

  it('a caller who follows the cursors gets every tool once, page by page', async () => {
    const first = await list('?limit=25');
    const second = await list(`?limit=25&cursor=${first.next_cursor}`);
    const third = await list(`?limit=25&cursor=${second.next_cursor}`);

    expect([first, second, third].map(({ items }) => items.length)).toEqual([25, 25, TOOLS.length - 50]);
    expect(new Set([first, second, third].flatMap(slugs)).size).toBe(TOOLS.length);
    expect(third.next_cursor).toBeNull();
    expect((await list()).items).toHaveLength(Math.min(100, TOOLS.length));
  });

  it('lists those that match some words, the best first', async () => {
    const page = await list('?query=water%20the%20oak&limit=5');

    expect(slugs(page)[0]).toBe(LONG);
    expect(slugs(page)).not.toContain('ACORN_OLD');
    expect((await list('?query=zzzzzz')).total_items).toBe(0);
    expect((await list('?query=')).total_items).toBe(TOOLS.length);
  });

  it.each([
    ['?toolkits=cobalt', '', 20],
    ['?toolkits=cobalt,BEACON', '', 40],
    ['?servers=few', '', 1],
    ['', '/toolkits/cobalt', 20],
    ['?toolkits=cobalt', '/toolkits/beacon', 0],
    ['?query=issue', '/servers/F0E1', 1],
    ['?query=issue&toolkits=cobalt', '/servers/few', 0],
  ])('a caller who asks with "%s" under "%s" gets only the tools of both', async (query, prefix, count) => {
    expect((await list(query, prefix)).total_items).toBe(count);
  });

  it('lists functions for OpenAI, under names and with schemas it takes', async () => {
    const { body } = await server.get('/api/tools?format=openai&limit=1000').expect(200);

    expect(body.items).toHaveLength(TOOLS.length);
    for (const { type, function: made } of body.items) {
      expect(type).toBe('function');
      expect(made.name).toMatch(/^[\w-]{1,64}$/);
      expect(made.description.length).toBeGreaterThan(0);
      expect(made.parameters).toMatchObject({ type: 'object', properties: expect.any(Object) });
    }
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=1001', 'limit'],
    ['limit=ten', 'limit'],
    ['limit=', 'limit'],
    ['limit=1e3.5', 'limit'],
    ['format=xml', 'format'],
    ['cursor=nonsense', 'cursor'],
    ['cursor=', 'cursor'],
    [`cursor=${Buffer.from('after:-1').toString('base64url')}`, 'cursor'],
    [`query=${'x'.repeat(1_001)}`, 'query'],
    ['query=a&query=b', 'query'],
    [`toolkits=${'a,'.repeat(6_000)}`, 'toolkits'],
  ])('refuses what it cannot use, naming the parameter: %#', async (query, name) => {
    const { body, type } = await server.get(`/api/tools?${query}`);

    expect(type).toBe('application/problem+json');
    expect(body).toMatchObject({
      status: 400,
      code: 'request_invalid',
      detail: expect.stringContaining(name),
    });
  });

  it('a caller whose cursor lies behind the last tool gets an empty page', async () => {
    const beyond = Buffer.from('after:999').toString('base64url');
    expect(await list(`?cursor=${beyond}`)).toEqual({
      items: [],
      next_cursor: null,
      total_items: TOOLS.length,
    });
  });
});

describe('GET /api/tools/{tool}', () => {
  it.each(['ACORN_GET_ISSUE', 'acorn_get_issue', ' Acorn_Get_Issue ', LONG.toLowerCase()])(
    'gives the tool as Composio describes it: %s',
    async (name) => {
      const { body } = await server.get(`/api/tools/${encodeURIComponent(name)}`).expect(200);

      expect(body).toEqual(TOOLS.find(({ slug }) => slug === name.trim().toUpperCase()));
    },
  );

  it('a tool is found under the name that models see', async () => {
    const { body } = await server.get('/api/tools?format=openai&query=water%20oak%20tree');
    const { name } = body.items[0].function;

    expect(name).not.toBe(LONG);
    expect((await server.get(`/api/tools/${name}`).expect(200)).body.slug).toBe(LONG);
  });

  it('asks Composio for a tool it has not loaded, once', async () => {
    const other = await startComposio({ tools: TOOLS });
    const fresh = await startServer({ composio: other });
    await fresh.get('/api/tools/ACORN_GET_ISSUE').expect(200);
    await fresh.get('/api/tools/ACORN_GET_ISSUE').expect(200);

    expect(other.requests.map(({ route }) => route)).toEqual(['GET /tools']);
    expect(other.requests[0]?.query.get('tool_slugs')).toBe('ACORN_GET_ISSUE');
    expect(other.requests[0]?.query.get('toolkit_versions')).toBe('latest');
  });

  it.each([
    ['ACORN_GET_ISSUES', 'ACORN_GET_ISSUE'],
    ['acorn_list_isue', 'ACORN_LIST_ISSUE'],
    ['beacon-get-issue', 'BEACON_GET_ISSUE'],
  ])('names the nearest for a name that is not quite right: %s', async (name, nearest) => {
    for (const answer of [
      await server.get(`/api/tools/${name}`),
      await server.post(`/api/tools/${name}/execute`, {}),
      await server.post('/api/tools/execute', { tool: name }),
    ]) {
      expect(answer.body).toMatchObject({ status: 404, code: 'tool_not_found', retryable: false });
      expect(answer.body.nearest).toContain(nearest);
      expect(answer.body.fix).toContain(nearest);
      expect(answer.body.detail).toContain(name);
    }
    expect(composio.count(EXECUTE)).toBe(0);
  });

  it.each([
    '%2e%2e%2fexecute%2fproxy',
    'http:%2F%2Fevil.test',
    'A%3Fx=1',
    'A%23',
    'A%0d%0aX-Evil:1',
    '%00',
    '__proto__',
    'constructor',
    'toString',
    '%F0%9F%98%80',
    'АCORN_GET_ISSUE',
    '%7Btool%7D',
    'X'.repeat(200),
  ])('never lets a strange name reach Composio’s paths: %s', async (name) => {
    for (const answer of [
      await server.get(`/api/tools/${name}`),
      await server.post(`/api/tools/${name}/execute`, {}),
      await server.post('/api/tools/execute', { tool: decodeURIComponent(name) }),
    ]) {
      expect([400, 404]).toContain(answer.status);
      expect(answer.type).toBe('application/problem+json');
    }
    expect(composio.count(EXECUTE)).toBe(0);
    expect(
      composio.requests.every(({ path }) => /^\/api\/v3\.1\/(tools|toolkits|connected_accounts)$/.test(path)),
    ).toBe(true);
  });
});
