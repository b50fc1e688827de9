import { generateCatalogue } from '../support/odd-tools-catalogue.js';
import { wireTool } from '../support/odd-tools.js';
import { EXECUTE, type ScriptedComposio, startComposio } from '../support/scripted-composio.js';
import { startServer, type TestServer } from '../support/start-server.js';

const acorn = { slug: 'acorn', name: 'acorn', logo: '' };
const TOOLS = [
  ...generateCatalogue({ toolkits: 3, toolsPerToolkit: 6, seed: 11 }),
  wireTool({ slug: 'ACORN_SAFE_AND_NOT', toolkit: acorn, tags: ['readOnlyHint', 'destructiveHint'] }),
];
const SERVERS = [
  { id: 'f0e1', name: 'Office', toolkits: ['acorn', 'cobalt'], allowed_tools: [] },
  { id: 'f0e2', name: 'Few', toolkits: ['beacon'], allowed_tools: ['BEACON_GET_ISSUE'] },
];
const ARGUMENTS = { issue_id: 'i', query: 'q' };

const all = TOOLS.map(({ slug }) => slug);
const of = (...toolkits: string[]) =>
  all.filter((slug) => toolkits.includes(slug.split('_')[0]?.toLowerCase() ?? ''));
const reading = TOOLS.filter(
  ({ tags }) => tags.includes('readOnlyHint') && !tags.includes('destructiveHint'),
);

const ALLOWLISTS: [string, Record<string, string>, readonly string[]][] = [
  ['nothing set', {}, all],
  ['toolkits', { ALLOWED_TOOLKITS: 'Acorn, cobalt, nowhere' }, of('acorn', 'cobalt')],
  [
    'tools',
    { ALLOWED_TOOLS: 'acorn_get_issue,BEACON_GET_ISSUE,NO_SUCH_TOOL' },
    ['ACORN_GET_ISSUE', 'BEACON_GET_ISSUE'],
  ],
  ['a server by id', { ALLOWED_SERVERS: 'F0E1' }, of('acorn', 'cobalt')],
  ['servers by name', { ALLOWED_SERVERS: 'few, office' }, [...of('acorn', 'cobalt'), 'BEACON_GET_ISSUE']],
  ['a server that does not exist', { ALLOWED_SERVERS: 'gone' }, []],
  ['a server and toolkits', { ALLOWED_SERVERS: 'office', ALLOWED_TOOLKITS: 'acorn,beacon' }, of('acorn')],
  [
    'toolkits and tools',
    { ALLOWED_TOOLKITS: 'acorn', ALLOWED_TOOLS: 'ACORN_GET_ISSUE,BEACON_GET_ISSUE' },
    ['ACORN_GET_ISSUE'],
  ],
  [
    'excluded tools',
    { EXCLUDED_TOOLS: 'acorn_get_issue,ACORN_LIST_ISSUE' },
    all.filter((slug) => !/^ACORN_(GET|LIST)_ISSUE$/.test(slug)),
  ],
  ['excluded among allowed', { ALLOWED_TOOLS: 'ACORN_GET_ISSUE', EXCLUDED_TOOLS: 'ACORN_GET_ISSUE' }, []],
  ['reading only', { READ_ONLY: 'true' }, reading.map(({ slug }) => slug)],
  [
    'reading only in one toolkit',
    { READ_ONLY: 'true', ALLOWED_TOOLKITS: 'cobalt' },
    of('cobalt').filter((slug) => reading.some((tool) => tool.slug === slug)),
  ],
];

describe.each(ALLOWLISTS)('With %s', (_, env, allowed) => {
  let composio: ScriptedComposio;
  let server: TestServer;

  beforeAll(async () => {
    composio = await startComposio({ tools: TOOLS, servers: SERVERS });
    server = await startServer({ composio, env });
  });
  afterAll(() => server.close());

  it('list, document, toolkits and search show what is allowed', async () => {
    const list = await server.get('/api/tools?limit=1000').expect(200);
    const document = await server.get('/openapi.json').expect(200);
    const search = await server
      .post('/api/tools/search', { query: 'issue message file', limit: 20 })
      .expect(200);
    const toolkits = await server.get('/api/toolkits').expect(200);

    expect(list.body.items.map(({ slug }: { slug: string }) => slug).toSorted()).toEqual(allowed.toSorted());
    expect(Object.keys(document.body.paths).toSorted()).toEqual(
      allowed.map((slug) => `/api/tools/${slug}/execute`).toSorted(),
    );
    expect(allowed).toEqual(
      expect.arrayContaining(search.body.tools.map(({ tool }: { tool: string }) => tool)),
    );
    expect(search.body.tools.length > 0).toBe(allowed.length > 0);
    const shown = toolkits.body.items.map(({ slug }: { slug: string }) => slug.toUpperCase());
    for (const slug of allowed) expect(shown).toContain(slug.split('_')[0]);
  });

  it('a tool can be seen and run exactly where it is allowed', async () => {
    for (const slug of all) {
      const seen = await server.get(`/api/tools/${slug.toLowerCase()}`);
      const run = await server.post(`/api/tools/${slug}/execute`, ARGUMENTS);
      const named = await server.post('/api/tools/execute', { tool: slug, arguments: ARGUMENTS });
      for (const { status, body } of [seen, run, named]) {
        expect([slug, status]).toEqual([slug, allowed.includes(slug) ? 200 : 403]);
        if (status === 403) expect(body).toMatchObject({ code: 'tool_not_allowed', retryable: false });
      }
    }
    expect(new Set(composio.to(EXECUTE).map(({ tool }) => tool))).toEqual(new Set(allowed));
  });

  it('a query or a prefix never widens it', async () => {
    const wide = `tools=${all.join()}&toolkits=acorn,beacon,cobalt`;
    const list = await server.get(`/openapi.json?${wide}&mode=direct`).expect(200);
    expect(Object.keys(list.body.paths)).toHaveLength(allowed.length);

    for (const toolkit of ['acorn', 'beacon']) {
      const { status, body } = await server.get(`/toolkits/${toolkit}/openapi.json`);
      const count = allowed.filter((slug) => of(toolkit).includes(slug)).length;
      expect(
        status === 200 ? Object.keys(body.paths).length : status === 404 || status === 403 ? 0 : status,
      ).toBe(count);
    }
  });
});

describe('What the operator does not allow', () => {
  it('is not shown as a toolkit or server either', async () => {
    const composio = await startComposio({ tools: TOOLS, servers: SERVERS });
    const server = await startServer({ composio, env: { ALLOWED_SERVERS: 'Few' } });
    const names = async (path: string) =>
      (await server.get(path).expect(200)).body.items.map(({ name }: { name: string }) => name);

    expect(await names('/api/servers')).toEqual(['Few']);
    expect(await names('/api/toolkits')).toEqual(['beacon']);
    for (const path of ['/api/servers/office', '/api/servers/F0E1', '/api/toolkits/acorn']) {
      expect((await server.get(path)).body).toMatchObject({ status: 403, code: 'tool_not_allowed' });
    }
  });
});
