import { generateCatalogue } from '../support/odd-tools-catalogue.js';
import { wireTool } from '../support/odd-tools.js';
import { EXECUTE, type ScriptedComposio, startComposio } from '../support/scripted-composio.js';
import { startServer, type TestServer } from '../support/start-server.js';

const META = ['composio_search_tools', 'composio_execute_tool', 'composio_connect_account'];
/** acorn and beacon, five tools each. */
const TOOLS = generateCatalogue({ toolkits: 2, toolsPerToolkit: 5, seed: 1 });
const file = { type: 'object', file_uploadable: true, properties: { s3key: { type: 'string' } } };

let composio: ScriptedComposio;
let server: TestServer;

beforeAll(async () => {
  const servers = [
    { id: 'f0e1', name: 'Team One', toolkits: ['acorn'], allowed_tools: [] },
    {
      id: 'f0e2',
      name: 'few',
      toolkits: ['acorn', 'beacon'],
      allowed_tools: ['ACORN_GET_ISSUE', 'BEACON_GET_ISSUE'],
    },
  ];
  composio = await startComposio({ tools: TOOLS, servers });
  server = await startServer({ composio });
});

beforeEach(() => composio.forget());

/** The names of the operations of a document. */
async function namesIn(path: string, at = server): Promise<string[]> {
  const { body } = await at.get(path).expect(200);
  return Object.values<{ post: { operationId: string } }>(body.paths).map(({ post }) => post.operationId);
}

const slugsOf = (toolkit: string) => TOOLS.map(({ slug }) => slug).filter((slug) => slug.startsWith(toolkit));

describe('The mode', () => {
  it('auto offers every tool while all fit, and nothing else', async () => {
    expect((await namesIn('/openapi.json')).toSorted()).toEqual(TOOLS.map(({ slug }) => slug).toSorted());
  });

  it('auto offers as many as fit where not all do, and a way to all others', async () => {
    const names = await namesIn('/openapi.json?max_tools=7');

    expect(names).toHaveLength(7);
    expect(names.slice(4)).toEqual(META);
    expect(TOOLS.map(({ slug }) => slug)).toEqual(expect.arrayContaining(names.slice(0, 4)));
  });

  it('direct offers tools only, the best first', async () => {
    const all = await namesIn('/openapi.json?mode=direct');
    const three = await namesIn('/openapi.json?mode=direct&max_tools=3');

    expect(three).toEqual(all.slice(0, 3));
    expect(await namesIn('/openapi.json?mode=direct&max_tools=1')).toEqual(all.slice(0, 1));
  });

  it('search offers a way to all tools, and asks Composio for nothing', async () => {
    expect(await namesIn('/openapi.json?mode=search')).toEqual(META);
    expect(composio.count()).toBe(0);
  });

  it('is said in numbers where it leaves something out', async () => {
    const { body } = await server.get('/openapi.json?max_tools=7');

    expect(body.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    expect(body.info['x-tools']).toEqual({ direct: 4, more: 6, needs_file: 0, deprecated: 0 });
    expect(body.info.description).toContain('6 more');
  });

  it.each([
    ['mode=all', 'mode'],
    ['mode=', 'mode'],
    ['max_tools=0', 'max_tools'],
    ['max_tools=-1', 'max_tools'],
    ['max_tools=2', 'max_tools'],
    ['max_tools=129', 'max_tools'],
    ['max_tools=many', 'max_tools'],
    ['max_tools=1.5', 'max_tools'],
    ['max_tools=1&max_tools=2', 'max_tools'],
    ['toolkits=a&toolkits=b', 'toolkits'],
    [`tools=${'A,'.repeat(6_000)}`, 'tools'],
  ])('a parameter that is not valid is refused, by its name: %#', async (query, name) => {
    const { body } = await server.get(`/openapi.json?${query}`);

    expect(body).toMatchObject({ status: 400, code: 'request_invalid', errors: [{ path: `/${name}` }] });
    expect(body.detail).toContain(name);
  });
});

describe('The query narrows', () => {
  it.each([
    ['toolkits=acorn', slugsOf('ACORN')],
    ['toolkits=%20ACORN%20,', slugsOf('ACORN')],
    ['toolkits=acorn,beacon', [...slugsOf('ACORN'), ...slugsOf('BEACON')]],
    ['toolkits=acorn,nowhere', slugsOf('ACORN')],
    ['tools=ACORN_GET_ISSUE,beacon_get_issue,NO_SUCH', ['ACORN_GET_ISSUE', 'BEACON_GET_ISSUE']],
    ['toolkits=acorn&tools=ACORN_GET_ISSUE,BEACON_GET_ISSUE', ['ACORN_GET_ISSUE']],
    ['servers=f0e1', slugsOf('ACORN')],
    ['servers=team%20one', slugsOf('ACORN')],
    ['servers=f0e1,few', [...slugsOf('ACORN'), 'BEACON_GET_ISSUE']],
    ['servers=few&toolkits=beacon', ['BEACON_GET_ISSUE']],
    ['toolkits=', TOOLS.map(({ slug }) => slug)],
  ])('a document asked for with %s holds exactly the tools this names', async (query, slugs) => {
    expect((await namesIn(`/openapi.json?${query}`)).toSorted()).toEqual(slugs.toSorted());
  });

  it.each(['toolkits=nowhere', 'servers=nowhere'])(
    'a document of what does not exist is not found: %s',
    async (query) => {
      const { body } = await server.get(`/openapi.json?${query}`);

      expect(body).toMatchObject({ status: 404, code: 'not_found' });
      expect(body.detail).toContain('nowhere');
    },
  );
});

describe('A prefix', () => {
  it.each([
    ['/toolkits/acorn', slugsOf('ACORN')],
    ['/toolkits/ACORN', slugsOf('ACORN')],
    ['/servers/f0e1', slugsOf('ACORN')],
    ['/servers/Team%20One', slugsOf('ACORN')],
    ['/servers/few', ['ACORN_GET_ISSUE', 'BEACON_GET_ISSUE']],
    ['/servers/few/toolkits/beacon', ['BEACON_GET_ISSUE']],
    ['/toolkits/beacon/servers/few', ['BEACON_GET_ISSUE']],
    ['/toolkits/acorn/toolkits/beacon', []],
    ['//toolkits//acorn/', slugsOf('ACORN')],
  ])('a document under %s holds exactly the tools of that scope', async (prefix, slugs) => {
    expect((await namesIn(`${prefix}/openapi.json`)).toSorted()).toEqual(slugs.toSorted());
  });

  it('is the base URL of its document', async () => {
    const open = await startServer({ composio, env: { PUBLIC_URL: 'https://tools.example/composio/' } });
    const urlOf = async (path: string, at: TestServer) => (await at.get(path)).body.servers;

    expect(await urlOf('/openapi.json', server)).toEqual([{ url: '/' }]);
    expect(await urlOf('/toolkits/acorn/openapi.json', server)).toEqual([{ url: '/toolkits/acorn' }]);
    expect(await urlOf('/servers/Team%20One/openapi.json', open)).toEqual([
      { url: 'https://tools.example/composio/servers/team%20one' },
    ]);
  });

  it('gives its document a title of its own', async () => {
    const titles = ['', '/toolkits/acorn', '/toolkits/beacon', '/servers/few'].map(
      async (prefix) => (await server.get(`${prefix}/openapi.json`)).body.info.title as string,
    );

    expect(new Set(await Promise.all(titles)).size).toBe(4);
  });

  it('that names nothing is not found', async () => {
    for (const prefix of [
      '/toolkits/nowhere',
      '/servers/nowhere',
      '/toolkits/..%2f..%2fapi',
      '/servers/%00',
    ]) {
      expect((await server.get(`${prefix}/openapi.json`)).body).toMatchObject({
        status: 404,
        code: 'not_found',
      });
    }
  });

  it('restricts calls: a tool outside is refused by every way to run or see it', async () => {
    const outside = 'BEACON_GET_ISSUE';
    const within = 'ACORN_GET_ISSUE';
    for (const prefix of ['/toolkits/acorn', '/servers/f0e1', '/servers/f0e1/toolkits/acorn']) {
      const answers = await Promise.all([
        server.post(`${prefix}/api/tools/${outside}/execute`, {}),
        server.post(`${prefix}/api/tools/execute`, { tool: outside }),
        server.get(`${prefix}/api/tools/${outside}`),
      ]);
      for (const { body } of answers) expect(body).toMatchObject({ status: 403, code: 'tool_not_allowed' });
      expect(composio.count(EXECUTE)).toBe(0);
      await server.post(`${prefix}/api/tools/${within}/execute`, { issue_id: 'i', query: 'q' }).expect(200);
      composio.forget();
    }
  });

  it('cannot be left by dots, slashes or percent signs', async () => {
    const target = 'api/tools/BEACON_GET_ISSUE/execute';
    for (const way of ['../', '..%2f', '%2e%2e/', './../', '/', '..;/']) {
      const answer = await server.post(`/toolkits/acorn/${way}${target}`, {});
      expect([403, 404]).toContain(answer.status);
    }
    expect(composio.executions).toEqual([]);
  });
});

describe('Tools that a model cannot or should not call', () => {
  it('are left out and counted: they need a file, or are deprecated', async () => {
    const tools = [
      ...TOOLS.slice(0, 2),
      wireTool({
        slug: 'ODD_UPLOAD',
        input_parameters: { type: 'object', properties: { file }, required: ['file'] },
      }),
      wireTool({ slug: 'ODD_MAY_UPLOAD', input_parameters: { type: 'object', properties: { file } } }),
      wireTool({ slug: 'ODD_OLD', is_deprecated: true }),
    ];
    const odd = await startServer({ composio: await startComposio({ tools }) });

    const { body } = await odd.get('/openapi.json');

    expect(body.info['x-tools']).toEqual({ direct: 3, more: 0, needs_file: 1, deprecated: 1 });
    expect(Object.keys(body.paths)).not.toContain('/api/tools/ODD_UPLOAD/execute');
    expect(Object.keys(body.paths)).toContain('/api/tools/ODD_MAY_UPLOAD/execute');
    const may = body.paths['/api/tools/ODD_MAY_UPLOAD/execute'].post;
    expect(may.requestBody.content['application/json'].schema.properties).toEqual({});
  });

  it('can still be run by those who know them', async () => {
    const old = wireTool({ slug: 'ODD_OLD', is_deprecated: true });
    const odd = await startServer({ composio: await startComposio({ tools: [old] }) });

    expect((await odd.post('/api/tools/ODD_OLD/execute', {})).status).toBe(200);
  });
});
