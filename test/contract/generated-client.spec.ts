import createClient from 'openapi-fetch';
import { createApp } from '../../src/app.setup.js';
import { readSettings } from '../../src/config/settings.js';
import { startSandbox } from '../../src/sandbox/sandbox.js';
import type { paths } from './contract.js';

describe('a client generated from the committed contract', () => {
  let stop: () => Promise<void>;
  let client: ReturnType<typeof createClient<paths>>;

  beforeAll(async () => {
    const sandbox = await startSandbox();
    const app = await createApp(readSettings({ LOG_LEVEL: 'fatal', COMPOSIO_BASE_URL: sandbox.url }));
    await app.listen(0, '127.0.0.1');
    client = createClient<paths>({
      baseUrl: await app.getUrl(),
      headers: { authorization: `Bearer ${sandbox.apiKey}` },
    });
    stop = async () => {
      await app.close();
      await sandbox.close();
    };
  });

  afterAll(() => stop());

  it('lists and reads tools', async () => {
    const { data } = await client.GET('/api/tools', { params: { query: { toolkits: 'mail', limit: 2 } } });
    expect(data?.items).toHaveLength(2);
    expect(data?.total_items).toBe(13);
    const { data: tool } = await client.GET('/api/tools/{tool}', {
      params: { path: { tool: 'MAIL_SEND_EMAIL' } },
    });
    expect(tool?.toolkit.slug).toBe('mail');
  });

  it('finds a tool and runs it', async () => {
    const { data: found } = await client.POST('/api/tools/search', {
      body: { query: 'convert units', limit: 1 },
    });
    expect(found?.tools.map(({ tool }) => tool)).toEqual(['UTILITIES_CONVERT_UNITS']);
    const { data: result, response } = await client.POST('/api/tools/execute', {
      body: { tool: 'UTILITIES_COUNT_WORDS', arguments: { text: 'one two three' } },
    });
    expect(result).toMatchObject({ words: 3 });
    expect(response.headers.get('x-composio-log-id')).toMatch(/^log_/);
  });

  it('gets a typed problem with a link where an account is missing', async () => {
    const { data, error } = await client.POST('/api/tools/{tool}/execute', {
      params: { path: { tool: 'CONTACTS_LIST_CONTACTS' } },
      body: {},
    });
    expect(data).toBeUndefined();
    expect(error?.code).toBe('account_not_connected');
    expect(error?.connect_url).toMatch(/^http:/);
  });

  it('sees toolkits, servers, connections and health', async () => {
    const toolkits = await client.GET('/api/toolkits');
    expect(toolkits.data?.items.find(({ slug }) => slug === 'chat')?.connected).toBe(false);
    const servers = await client.GET('/api/servers');
    expect(servers.data?.total_items).toBe(3);
    const connections = await client.GET('/api/connections');
    expect(connections.data?.items.map(({ toolkit }) => toolkit)).toContain('mail');
    const health = await client.GET('/health');
    expect(health.data).toMatchObject({ status: 'ok', ready: true });
  });
});
