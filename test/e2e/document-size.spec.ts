import { generateCatalogue } from '../support/odd-tools-catalogue.js';
import { type WireTool, wireTool } from '../support/odd-tools.js';
import { status } from '../support/scripted-composio-faults.js';
import { account } from '../support/scripted-composio-project.js';
import { toolkit } from '../support/scripted-composio-project.js';
import { type ScriptedComposio, startComposio } from '../support/scripted-composio.js';
import { startServer, type TestServer } from '../support/start-server.js';

const META = ['/api/tools/search', '/api/tools/execute', '/api/connections'];

/** Every tool of a server's catalogue, page by page. */
async function listAll(server: TestServer, query: string): Promise<string[]> {
  const slugs: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const answer = await server.get(`/api/tools?${query}${cursor && `&cursor=${cursor}`}`).expect(200);
    const page = answer.body as { items: WireTool[]; next_cursor: string | null };
    slugs.push(...page.items.map(({ slug }) => slug));
    cursor = page.next_cursor;
  }
  return slugs;
}

async function documentOf(server: TestServer, path = '/openapi.json') {
  const { body, text } = await server.get(path).expect(200);
  return { paths: Object.keys(body.paths), bytes: Buffer.byteLength(text), info: body.info };
}

describe('A toolkit of 2,500 tools beside 39 others', () => {
  const large = generateCatalogue({ toolkits: 1, toolsPerToolkit: 2_500, seed: 3 });
  const others = generateCatalogue({ toolkits: 40, toolsPerToolkit: 5, seed: 4 }).filter(
    ({ toolkit }) => toolkit.slug !== 'acorn',
  );
  const tools = [...large, ...others];
  let composio: ScriptedComposio;
  let server: TestServer;

  beforeAll(async () => {
    composio = await startComposio({ tools });
    server = await startServer({ composio, env: { TOOLS_MAX_APPS: '40' } });
  });

  it('is listed whole, each tool once', async () => {
    const slugs = await listAll(server, 'limit=1000');

    expect(slugs.toSorted()).toEqual(tools.map(({ slug }) => slug).toSorted());
    expect(composio.count('GET /tools')).toBeLessThanOrEqual(4);
  });

  it('is listed whole with the pages in order and without gaps', async () => {
    const slugs = await listAll(server, 'limit=333&toolkits=acorn');

    expect(slugs).toHaveLength(2_500);
    expect(new Set(slugs).size).toBe(2_500);
  });

  it('fits into a document of 60 operations and 1 MB, and nothing is out of reach', async () => {
    const { paths, bytes, info } = await documentOf(server);

    expect(paths).toHaveLength(60);
    expect(bytes).toBeLessThanOrEqual(1_000_000);
    expect(paths.slice(-3)).toEqual(META);
    expect(info['x-tools']).toMatchObject({ direct: 57, more: tools.length - 57 });
  });

  it('fits into whatever the operator allows', async () => {
    const env = { TOOLS_MAX_APPS: '40', OPENAPI_MAX_TOOLS: '20', OPENAPI_MAX_BYTES: '20000' };
    const small = await startServer({ composio, env });
    const auto = await documentOf(small);
    const direct = await documentOf(small, '/openapi.json?mode=direct&max_tools=128');

    expect(auto.bytes).toBeLessThanOrEqual(20_000);
    expect(auto.paths.slice(-3)).toEqual(META);
    expect(auto.paths.length).toBeLessThanOrEqual(20);
    expect(auto.paths.length).toBeGreaterThan(5);
    expect(direct.bytes).toBeLessThanOrEqual(20_000);
    expect(direct.paths.length).toBeLessThanOrEqual(20);
  });

  it('fits by bytes too, when single tools are huge', async () => {
    const huge = Array.from({ length: 50 }, (_, index) => {
      const properties = Object.fromEntries(
        Array.from({ length: 60 }, (_, number) => [
          `p${number}`,
          { type: 'string', description: 'ö'.repeat(900) },
        ]),
      );
      return wireTool({ slug: `HUGE_${index}`, input_parameters: { type: 'object', properties } });
    });
    const heavy = await startServer({
      composio: await startComposio({ tools: [...huge, ...large.slice(0, 30)] }),
    });

    const { bytes, paths } = await documentOf(heavy);

    expect(bytes).toBeLessThanOrEqual(1_000_000);
    expect(paths.slice(-3)).toEqual(META);
  });
});

describe('When nothing narrows the choice', () => {
  const tools = generateCatalogue({ toolkits: 6, toolsPerToolkit: 3, seed: 5 });
  const toolkitsIn = ({ paths }: { paths: string[] }) => [
    ...new Set(paths.flatMap((path) => /\/api\/tools\/([A-Z]+)_/.exec(path)?.[1]?.toLowerCase() ?? [])),
  ];

  it('the most used toolkits are offered, as many as the operator wants', async () => {
    const server = await startServer({
      composio: await startComposio({ tools }),
      env: { TOOLS_MAX_APPS: '2' },
    });
    const document = await documentOf(server);

    expect(toolkitsIn(document).toSorted()).toEqual(['acorn', 'beacon']);
    expect(document.paths.slice(-3)).toEqual(META);
  });

  it('those that the user has connected come first, however rarely used', async () => {
    const accounts = [
      account('default', 'fable'),
      account('default', 'ember', { status: 'EXPIRED' }),
      account('somebody', 'drift'),
    ];
    const composio = await startComposio({ tools, accounts });
    const server = await startServer({ composio, env: { TOOLS_MAX_APPS: '2' } });

    expect(toolkitsIn(await documentOf(server))).toEqual(['fable', 'acorn']);
  });

  it('what the operator allows is not cut by how much it is used', async () => {
    const env = { TOOLS_MAX_APPS: '2', ALLOWED_TOOLKITS: 'fable,drift,ember' };
    const server = await startServer({ composio: await startComposio({ tools }), env });
    const document = await documentOf(server);

    expect(toolkitsIn(document).toSorted()).toEqual(['drift', 'ember', 'fable']);
    expect(document.paths).toHaveLength(9);
  });

  it('a toolkit that is not among them is still found by search, by scope and by name', async () => {
    const server = await startServer({
      composio: await startComposio({ tools }),
      env: { TOOLS_MAX_APPS: '2' },
    });

    const search = await server.post('/api/tools/search', { query: 'create issue in fable', limit: 20 });
    expect(search.body.tools.map(({ tool }: { tool: string }) => tool)).toContain('FABLE_CREATE_ISSUE');
    expect(toolkitsIn(await documentOf(server, '/toolkits/fable/openapi.json'))).toEqual(['fable']);
    const run = { tool: 'FABLE_LIST_ISSUE', arguments: { issue_id: 'i', query: 'q' } };
    await server.post('/api/tools/execute', run).expect(200);
  });
});

it('a toolkit that Composio lists twice, in two spellings, costs the others nothing', async () => {
  const tools = generateCatalogue({ toolkits: 2, toolsPerToolkit: 3, seed: 21 });
  const [first = '', second = ''] = new Set(tools.map(({ toolkit }) => toolkit.slug));
  const toolkits = [first, first.toUpperCase(), second].map((slug) => toolkit(slug));
  const server = await startServer({ composio: await startComposio({ tools, toolkits }) });

  expect((await server.get('/api/tools').expect(200)).body.total_items).toBe(6);
  expect((await server.get(`/toolkits/${second}/api/tools`).expect(200)).body.total_items).toBe(3);
});

it('asking for toolkits that are not there, under ever new names, pushes nothing out of the cache', async () => {
  const tools = generateCatalogue({ toolkits: 1, toolsPerToolkit: 3, seed: 22 });
  const composio = await startComposio({ tools });
  const server = await startServer({ composio });
  const names = (count: number) => Array.from({ length: count }, (_, index) => `none${index}`).join();

  const tooMany = await server.get(`/api/tools?toolkits=${names(201)}`);
  await server.get(`/api/tools?toolkits=${names(200)}`).expect(404);
  await server.get(`/api/tools?toolkits=${names(199)}`).expect(404);

  expect(tooMany.body).toMatchObject({ status: 400, code: 'request_invalid' });
  // Nothing was kept of them: the second request asked for all of them again.
  expect(composio.count('GET /tools')).toBe(8);
});

describe('However Composio pages its lists', () => {
  const tools = generateCatalogue({ toolkits: 1, toolsPerToolkit: 95, seed: 6 });

  it.each([
    ['short pages', { largestPage: 10 }],
    ['short pages and cursors that tell nothing', { largestPage: 10, cursors: 'opaque' as const }],
    ['no next cursor although there is more', { largestPage: 10, silent: true }],
    ['a total that is too small', { largestPage: 40, total: () => 3 }],
    ['a total that is too large', { largestPage: 40, total: (count: number) => count + 7 }],
    ['cursors that come round again', { largestPage: 40, loops: true }],
  ])('all tools are found: %s', async (_, paging) => {
    const composio = await startComposio({ tools });
    Object.assign(composio.paging, paging);
    const server = await startServer({ composio });

    const slugs = await listAll(server, 'limit=50&toolkits=acorn');

    expect(slugs.toSorted()).toEqual(tools.map(({ slug }) => slug));
    expect(composio.count('GET /tools')).toBeLessThan(25);
  });
});

describe('Names by the hundred', () => {
  const tools = generateCatalogue({ toolkits: 130, toolsPerToolkit: 4, seed: 13 });
  const toolkits = [...new Set(tools.map(({ toolkit }) => toolkit.slug))];
  const some = tools.slice(0, 300).map(({ slug }) => slug);

  it.each<[string, Record<string, string>, string, number]>([
    ['toolkits that are allowed', { ALLOWED_TOOLKITS: toolkits.join() }, '', 520],
    ['tools that are allowed', { ALLOWED_TOOLS: some.join() }, '', 300],
    ['tools of a server', {}, '/servers/many', 300],
    ['toolkits of a server', {}, '/servers/whole', 520],
  ])('are loaded in portions: %s', async (_, env, prefix, count) => {
    const servers = [
      { id: 'many', name: 'many', toolkits, allowed_tools: some },
      { id: 'whole', name: 'whole', toolkits, allowed_tools: [] },
    ];
    const composio = await startComposio({ tools, servers });
    const server = await startServer({ composio, env });

    const { body } = await server.get(`${prefix}/api/tools?limit=1000`).expect(200);

    expect(body.total_items).toBe(count);
    const longest = Math.max(...composio.requests.map(({ query }) => query.toString().length));
    expect(longest).toBeLessThan(4_096);
    expect(composio.count('GET /tools')).toBeLessThan(10);
  });

  it('one that Composio does not know spoils none of the others', async () => {
    const composio = await startComposio({ tools });
    composio
      .on('GET /tools', ({ query }) => query.get('toolkit_slug')?.includes('gone') ?? false)
      .always(status(404));
    const env = { ALLOWED_TOOLKITS: ['gone', ...toolkits.slice(0, 60)].join(), MAX_RETRIES: '0' };
    const server = await startServer({ composio, env });

    expect((await server.get('/api/tools').expect(200)).body.total_items).toBe(240);
    expect((await server.get('/toolkits/gone/openapi.json')).body.code).toBe('not_found');
  });
});
