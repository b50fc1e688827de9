import { Composio } from '@composio/client';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';

const MINUTE = 60_000;
let time = Date.parse('2026-11-24T12:00:00Z');
let sandbox: Sandbox;
let composio: Composio;

beforeAll(async () => {
  sandbox = await startSandbox({ now: () => new Date(time) });
  composio = new Composio({ apiKey: sandbox.apiKey, baseURL: sandbox.url, maxRetries: 0 });
});

afterAll(() => sandbox.close());

function linkFor(user_id: string, callback_url?: string) {
  return composio.link.create({
    auth_config_id: 'ac_chat_1',
    user_id,
    ...(callback_url && { callback_url }),
  });
}

const press = (url: string) => fetch(url, { method: 'POST', redirect: 'manual' });
const isActive = async (id: string) => (await composio.connectedAccounts.retrieve(id)).status === 'ACTIVE';

describe('A connect link', () => {
  it('shows a page with one button, and connects when it is pressed', async () => {
    const link = await linkFor('anna');
    const page = await fetch(link.redirect_url);
    const markup = await page.text();

    expect(link.redirect_url).toBe(`${sandbox.url}/connect/${link.link_token}`);
    expect(page.status).toBe(200);
    expect(markup.match(/<button/g)).toHaveLength(1);
    expect(markup).toContain('Connect Chat');
    expect(await isActive(link.connected_account_id)).toBe(false);

    const confirmation = await press(link.redirect_url);

    expect(confirmation.status).toBe(200);
    expect(await confirmation.text()).toContain('Chat is connected');
    expect(await isActive(link.connected_account_id)).toBe(true);
  });

  it('leads back to where the user came from', async () => {
    const link = await linkFor('ben', 'https://chat.example/back?tab=1');
    const page = await fetch(link.redirect_url);
    const confirmation = await press(link.redirect_url);

    expect(page.headers.get('content-security-policy')).toContain("form-action 'self' https://chat.example;");
    expect(confirmation.status).toBe(303);
    expect(confirmation.headers.get('location')).toBe(
      `https://chat.example/back?tab=1&status=success&connected_account_id=${link.connected_account_id}`,
    );
  });

  it('works once', async () => {
    const link = await linkFor('carl');
    await press(link.redirect_url);
    const again = await press(link.redirect_url);

    expect(again.status).toBe(410);
    expect(await again.text()).toContain('This link was used already');
  });

  it('works for ten minutes', async () => {
    const link = await linkFor('dora');
    time += 10 * MINUTE + 1;
    const late = await press(link.redirect_url);

    expect(new Date(link.expires_at).getTime()).toBe(time - 1);
    expect(late.status).toBe(410);
    expect(await late.text()).toContain('This link has expired');
    expect(await isActive(link.connected_account_id)).toBe(false);
  });

  it('cannot be guessed, and says so politely when it is not known', async () => {
    const [one, two] = await Promise.all([linkFor('emil'), linkFor('emil')]);
    const unknown = await fetch(`${sandbox.url}/connect/nothing`);

    expect(one.link_token).not.toBe(two.link_token);
    expect(one.link_token.length).toBeGreaterThanOrEqual(32);
    expect(unknown.status).toBe(404);
    expect(await unknown.text()).toContain('This link is not known');
  });

  it('shows a hostile user id as text, on a page that may load nothing', async () => {
    const link = await linkFor('<script>alert("1")</script>');
    const page = await fetch(link.redirect_url);
    const policy = page.headers.get('content-security-policy');

    expect(await page.text()).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self'; base-uri 'none'/,
    );
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  it('is refused for an unknown auth config, and for a way back that is no web address', async () => {
    const unknown = composio.link.create({ auth_config_id: 'ac_none', user_id: 'anna' });

    await expect(unknown).rejects.toMatchObject({ status: 404, error: { error: { code: 607 } } });
    await expect(linkFor('anna', 'javascript:alert(1)')).rejects.toMatchObject({ status: 400 });
  });

  it('starts with the public address, where that is not where the sandbox listens', async () => {
    const other = await startSandbox({ publicUrl: 'https://sandbox.example' });
    const client = new Composio({ apiKey: other.apiKey, baseURL: other.url });
    const link = await client.link.create({ auth_config_id: 'ac_chat_1', user_id: 'anna' });
    await other.close();

    expect(link.redirect_url).toBe(`https://sandbox.example/connect/${link.link_token}`);
  });
});

describe('An auth config', () => {
  it('is there already for toolkits that can be linked at once', async () => {
    const { items } = await composio.authConfigs.list({ toolkit_slug: 'chat,contacts,invoices' });

    expect(items).toMatchObject([{ id: 'ac_chat_1', status: 'ENABLED', is_composio_managed: true }]);
  });

  it('has to be made first for others', async () => {
    const contacts = { toolkit: { slug: 'contacts' } };
    const created = await composio.authConfigs.create(contacts);

    expect(created).toMatchObject({
      ...contacts,
      auth_config: { is_composio_managed: true, auth_scheme: 'OAUTH2' },
    });
    expect((await composio.authConfigs.list({ toolkit_slug: 'contacts' })).items).toHaveLength(1);
  });

  it('cannot be managed by Composio where it has no credentials of its own', async () => {
    const managed = { type: 'use_composio_managed_auth' } as const;
    const refused = composio.authConfigs.create({ toolkit: { slug: 'invoices' }, auth_config: managed });
    const own = { type: 'use_custom_auth', authScheme: 'API_KEY', name: 'Our key' } as const;
    const created = await composio.authConfigs.create({ toolkit: { slug: 'invoices' }, auth_config: own });

    await expect(refused).rejects.toMatchObject({ status: 400, error: { error: { code: 306 } } });
    expect(created.auth_config).toMatchObject({ is_composio_managed: false, auth_scheme: 'API_KEY' });
    expect((await composio.authConfigs.list({ search: 'our key' })).items).toMatchObject([
      { type: 'custom' },
    ]);
  });

  it('is refused for a toolkit that needs none, and for one that does not exist', async () => {
    const none = composio.authConfigs.create({ toolkit: { slug: 'utilities' } });
    const unknown = composio.authConfigs.create({ toolkit: { slug: 'nothing' } });

    await expect(none).rejects.toMatchObject({
      status: 400,
      error: { error: { code: 303 } },
    });
    await expect(unknown).rejects.toMatchObject({ status: 404 });
  });
});
