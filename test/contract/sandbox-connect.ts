import type { Composio } from '@composio/client';

/** Connects a user to a toolkit as a person would: a link is made, and its button is pressed. */
export async function connect(composio: Composio, userId: string, toolkit: string): Promise<void> {
  const { redirect_url } = await composio.link.create({
    auth_config_id: await authConfigFor(composio, toolkit),
    user_id: userId,
  });
  const confirmation = await fetch(redirect_url, { method: 'POST' });
  if (!confirmation.ok) throw new Error(`The connect page answered ${confirmation.status}.`);
}

/** The auth config of a toolkit; one is made when there is none, managed by Composio where it can be. */
async function authConfigFor(composio: Composio, toolkit: string): Promise<string> {
  const existing = await composio.authConfigs.list({ toolkit_slug: toolkit });
  const [first] = existing.items;
  if (first) return first.id;
  const { composio_managed_auth_schemes: managed } = await composio.toolkits.retrieve(toolkit);
  const created = await composio.authConfigs.create({
    toolkit: { slug: toolkit },
    auth_config: managed?.length
      ? { type: 'use_composio_managed_auth' }
      : { type: 'use_custom_auth', authScheme: 'API_KEY' },
  });
  return created.auth_config.id;
}
