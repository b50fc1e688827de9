import { APIError, Composio } from '@composio/client';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { TOOLS } from '../../src/sandbox/toolkits/catalogue.js';
import { connect } from './sandbox-connect.js';

let sandbox: Sandbox;
let composio: Composio;

beforeAll(async () => {
  sandbox = await startSandbox();
  composio = clientWith(sandbox.apiKey);
});

afterAll(() => sandbox.close());

function clientWith(apiKey: string): Composio {
  return new Composio({ apiKey, baseURL: sandbox.url, maxRetries: 0 });
}

async function toolkitSlugs(query: Parameters<typeof composio.toolkits.list>[0]): Promise<string[]> {
  return (await composio.toolkits.list(query)).items.map(({ slug }) => slug);
}

function recallRoom(client: Composio, user_id: string) {
  return client.tools.execute('UTILITIES_RECALL_NUMBER', { user_id, arguments: { name: 'room' } });
}

/** The error answer that a call has to end with. */
async function refusal(call: PromiseLike<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    if (error instanceof APIError) return { status: error.status, body: error.error };
  }
  throw new Error('The call was not refused.');
}

describe('Toolkits', () => {
  it('come most used first, each with the number of its tools and its newest version', async () => {
    const { items, total_items } = await composio.toolkits.list();

    expect(total_items).toBe(10);
    expect(items.slice(0, 3).map(({ slug }) => slug)).toEqual(['mail', 'calendar', 'issues']);
    expect(items[0]).toMatchObject({ no_auth: false, meta: { tools_count: 13, version: '20260914_00' } });
    expect(items.reduce((sum, { meta }) => sum + meta.tools_count, 0)).toBe(TOOLS.length);
  });

  it('are found by words, shelf and order', async () => {
    expect(await toolkitSlugs({ search: 'spreadsheets' })).toEqual(['sheets']);
    expect(await toolkitSlugs({ category: 'communication', sort_by: 'alphabetically' })).toEqual([
      'chat',
      'contacts',
      'mail',
    ]);
    expect(await toolkitSlugs({ category: 'Finance', managed_by: 'all' })).toEqual(['invoices']);
    expect(await toolkitSlugs({ managed_by: 'composio', limit: 2 })).toEqual(['mail', 'calendar']);
    expect(await toolkitSlugs({ type: 'custom' })).toEqual([]);
  });

  it('can be read one by one, with the ways to connect', async () => {
    const mail = await composio.toolkits.retrieve('mail');
    const utilities = await composio.toolkits.retrieve('utilities');

    expect(mail).toMatchObject({ slug: 'mail', enabled: true, composio_managed_auth_schemes: ['OAUTH2'] });
    expect(mail.meta.categories).toContainEqual({ slug: 'communication', name: 'Communication' });
    expect(mail.meta.available_versions).toHaveLength(3);
    expect(utilities).toMatchObject({ no_auth: true, composio_managed_auth_schemes: [] });
  });

  it('stand on shelves, and say what changed', async () => {
    const categories = await composio.toolkits.retrieveCategories();
    const { items } = await composio.toolkits.retrieveChangelog();

    expect(categories.items).toContainEqual({ id: 'finance', name: 'Finance' });
    expect(items.find(({ slug }) => slug === 'mail')?.versions[0]?.version).toBe('20260914_00');
  });
});

describe('Tools', () => {
  it('come in pages, every tool once and in the order of their slugs', async () => {
    const slugs: string[] = [];
    let cursor: string | null | undefined;
    let pages = 0;
    do {
      const page = await composio.tools.list({ limit: 7, ...(cursor && { cursor }) });
      slugs.push(...page.items.map(({ slug }) => slug));
      pages += 1;
      expect(page).toMatchObject({ current_page: pages, total_items: TOOLS.length });
      cursor = page.next_cursor;
    } while (cursor);

    expect(pages).toBe(Math.ceil(TOOLS.length / 7));
    expect(slugs).toEqual(slugs.toSorted());
    expect(new Set(slugs).size).toBe(TOOLS.length);
  });

  it('come twenty at a time unless more are asked for', async () => {
    expect((await composio.tools.list()).items).toHaveLength(20);
    expect((await composio.tools.list({ limit: 1000 })).items).toHaveLength(TOOLS.length);
  });

  it('are narrowed down by toolkit, tag, importance and deprecation', async () => {
    const toolkits = await composio.tools.list({ toolkit_slug: 'mail,calendar', limit: 1000 });
    const current = await composio.tools.list({
      toolkit_slug: 'mail',
      include_deprecated: false,
      limit: 1000,
    });
    const destructive = await composio.tools.list({ tags: ['destructiveHint'], limit: 1000 });
    const important = await composio.tools.list({ important: 'true', limit: 1000 });

    expect(new Set(toolkits.items.map((tool) => tool.toolkit.slug))).toEqual(new Set(['mail', 'calendar']));
    expect(current.items.map(({ slug }) => slug)).not.toContain('MAIL_FETCH_EMAILS');
    expect(destructive.items.every(({ tags }) => tags.includes('destructiveHint'))).toBe(true);
    expect(important.items.length).toBeGreaterThan(10);
  });

  it('are picked by slug whatever else is asked for, and unknown slugs are left out', async () => {
    const { items } = await composio.tools.list({
      tool_slugs: 'MAIL_SEND_EMAIL,NO_SUCH_TOOL',
      toolkit_slug: 'files',
    });

    expect(items.map(({ slug }) => slug)).toEqual(['MAIL_SEND_EMAIL']);
  });

  it('are found by words, the best match first', async () => {
    const { items } = await composio.tools.list({ query: 'send direct message person' });

    expect(items[0]?.slug).toBe('CHAT_SEND_DIRECT_MESSAGE');
  });

  it('can be pinned to a version, which leaves out what came later', async () => {
    const long = 'CALENDAR_FIND_COMMON_FREE_TIME_FOR_SEVERAL_ATTENDEES_ACROSS_TIME_ZONES';
    const query = { toolkit_slug: 'calendar', toolkit_versions: { calendar: '20260518_00' }, limit: 100 };
    const { items } = await composio.tools.list(query);

    expect(items).toHaveLength(8);
    expect(items.map(({ slug }) => slug)).not.toContain(long);
    expect(new Set(items.map(({ version }) => version))).toEqual(new Set(['20260518_00']));
    expect(await refusal(composio.tools.retrieve(long, { version: '20260518_00' }))).toMatchObject({
      status: 404,
    });
  });

  it('can be read one by one', async () => {
    const tool = await composio.tools.retrieve('MAIL_SEND_EMAIL');

    expect(tool).toMatchObject({ slug: 'MAIL_SEND_EMAIL', toolkit: { slug: 'mail' }, no_auth: false });
    expect(tool.input_parameters).toMatchObject({ type: 'object', required: ['to', 'body'] });
    expect(tool.deprecated).toMatchObject({ displayName: 'Send email', is_deprecated: false });
  });

  it('are all named in one short list', async () => {
    expect(await composio.tools.retrieveEnum()).toEqual(TOOLS.map(({ slug }) => slug));
  });

  it('that do not exist are refused with code 2401', async () => {
    const unknown = { status: 404, body: { error: { code: 2401, slug: 'Tool_ToolNotFound', status: 404 } } };

    expect(await refusal(composio.tools.retrieve('NO_SUCH_TOOL'))).toMatchObject(unknown);
    expect(await refusal(composio.tools.execute('NO_SUCH_TOOL', { arguments: {} }))).toMatchObject(unknown);
  });
});

describe('Calls', () => {
  it('answer with the data of the tool', async () => {
    const answer = await composio.tools.execute('MAIL_GET_PROFILE', { user_id: 'anna', arguments: {} });

    expect(answer).toMatchObject({ successful: true, error: null, data: { email: 'you@sandbox.example' } });
    expect(answer.log_id).toMatch(/^log_/);
  });

  it('that the app refuses are answers too, with the words of the app', async () => {
    const missing = { user_id: 'anna', arguments: { message_id: 'msg_99' } };
    const answer = await composio.tools.execute('MAIL_GET_MESSAGE', missing);

    expect(answer).toMatchObject({ successful: false, error: expect.stringMatching(/^404 Client Error/) });
    expect(answer.data).toMatchObject({ status_code: 404, message: expect.stringContaining('msg_99') });
  });

  it('keep the users and the keys apart', async () => {
    const remember = { name: 'room', value: 7 };
    await composio.tools.execute('UTILITIES_REMEMBER_NUMBER', { user_id: 'anna', arguments: remember });
    expect(await recallRoom(composio, 'anna')).toMatchObject({ data: { value: 7 } });
    expect(await recallRoom(composio, 'ben')).toMatchObject({ successful: false });
    expect(await recallRoom(clientWith('ak_sandbox_other'), 'anna')).toMatchObject({ successful: false });
  });

  it('without a connection are refused with code 1810, and work once the user is connected', async () => {
    const send = () => composio.tools.execute('CHAT_LIST_CHANNELS', { user_id: 'anna', arguments: {} });
    const unconnected = { code: 1810, slug: 'ActionExecute_ConnectedAccountNotFound' };
    expect(await refusal(send())).toMatchObject({ status: 404, body: { error: unconnected } });

    await connect(composio, 'anna', 'chat');

    expect(await send()).toMatchObject({ successful: true });
  });

  it('through an account of somebody else are refused with code 1812', async () => {
    const { items } = await composio.connectedAccounts.list({ user_ids: ['ben'], toolkit_slugs: ['mail'] });
    const connected_account_id = items[0]?.id ?? '';
    const profile = (user_id: string) =>
      composio.tools.execute('MAIL_GET_PROFILE', { user_id, connected_account_id, arguments: {} });

    expect(await refusal(profile('anna'))).toMatchObject({ status: 400, body: { error: { code: 1812 } } });
    expect(await profile('ben')).toMatchObject({ successful: true });
  });
});

describe('Servers, accounts and keys', () => {
  it('lists three MCP servers, and reads one', async () => {
    const { items, total_pages } = await composio.mcp.list();
    const named = await composio.mcp.list({ name: 'reader', toolkits: 'mail' });
    const reader = await composio.mcp.retrieve(named.items[0]?.id ?? '');

    expect(items.map(({ name }) => name)).toEqual(['Office assistant', 'Mail reader', 'Issue tracker']);
    expect(items.map((server) => server.allowed_tools.length)).toEqual([6, 4, 0]);
    expect(total_pages).toBe(1);
    expect(reader).toMatchObject({ name: 'Mail reader', toolkits: ['mail'], deleted: false });
    expect((await composio.mcp.list({ limit: 2, page_no: 2 })).items).toHaveLength(1);
    expect(await refusal(composio.mcp.retrieve('nothing'))).toMatchObject({ status: 404 });
  });

  it('lists the accounts of a user, and tells those that work from those that do not', async () => {
    const { items } = await composio.connectedAccounts.list({ user_ids: ['carl'] });
    const active = await composio.connectedAccounts.list({ user_ids: ['carl'], statuses: ['ACTIVE'] });

    expect(items).toHaveLength(7);
    expect(items.find(({ toolkit }) => toolkit.slug === 'chat')?.status).toBe('EXPIRED');
    expect(active.items).toHaveLength(6);
    expect(await composio.connectedAccounts.retrieve(items[0]?.id ?? '')).toMatchObject({ user_id: 'carl' });
    expect(await refusal(composio.connectedAccounts.retrieve('ca_gone'))).toMatchObject({
      status: 404,
      body: { error: { code: 606 } },
    });
  });

  it('refuses a key it does not know with code 801', async () => {
    const wrong = { status: 401, body: { error: { code: 801, slug: 'APIKey_InvalidAPIKey' } } };

    expect(await refusal(clientWith('ak_wrong').toolkits.list())).toMatchObject(wrong);
    expect(await refusal(clientWith('ak_sandboxed').toolkits.list())).toMatchObject(wrong);
  });
});
