import { json } from '../http/reply.js';
import type { AccountStatus, ConnectedAccount } from '../project/project.js';
import { accountNotFound, authConfigNotFound } from './api-error.js';
import type { Handler } from './handler.js';
import { cursorPage, readPage } from './page.js';
import { Payload } from './payload.js';
import { Query } from './query.js';

const STATUSES = ['INITIALIZING', 'INITIATED', 'ACTIVE', 'FAILED', 'EXPIRED', 'INACTIVE', 'REVOKED'];

/** Stands where the real API may show credentials, so that a test can prove they are never passed on. */
const FAKE_SECRET = 'sandbox-secret-do-not-leak';

/** `GET /connected_accounts` */
export const listConnectedAccounts: Handler = ({ exchange, project }) => {
  const query = new Query(exchange.query);
  const page = readPage(query, { fallback: 20, max: 50, clamps: true });
  const users = query.list('user_ids');
  const toolkits = query.list('toolkit_slugs');
  const statuses = query.list('statuses');
  const authConfigs = query.list('auth_config_ids');
  const ids = query.list('connected_account_ids');
  const orderBy = query.choice('order_by', ['created_at', 'updated_at']) ?? 'created_at';
  const direction = query.choice('order_direction', ['asc', 'desc']) ?? 'desc';
  query.choice('account_type', ['PRIVATE', 'SHARED', 'ALL']);
  if (statuses?.some((status) => !STATUSES.includes(status))) {
    query.fail('statuses', `Expected one of ${STATUSES.join(', ')}`);
  }
  query.check();
  for (const user of users ?? []) project.meet(user, exchange.now);
  const found = project.accounts.filter(
    (account) =>
      (!users || users.includes(account.userId)) &&
      (!toolkits || toolkits.includes(account.toolkit)) &&
      (!statuses || statuses.includes(account.status)) &&
      (!authConfigs || authConfigs.includes(account.authConfig.id)) &&
      (!ids || ids.includes(account.id)),
  );
  const time = (account: ConnectedAccount) =>
    (orderBy === 'created_at' ? account.createdAt : account.updatedAt).getTime();
  const sorted = found.toSorted((a, b) => (direction === 'asc' ? time(a) - time(b) : time(b) - time(a)));
  return json(200, cursorPage(sorted.map(wireAccount), page));
};

/** `GET /connected_accounts/{id}` */
export const getConnectedAccount: Handler = ({ exchange, project }) => {
  const id = exchange.params['id'] ?? '';
  const account = project.accounts.find((entry) => entry.id === id);
  if (!account) throw accountNotFound(id);
  return json(200, wireAccount(account));
};

/** `POST /connected_accounts/link`: a page on which the user confirms the connection. */
export const createLink: Handler = ({ exchange, project, world }) => {
  const payload = Payload.parse(exchange.text);
  const authConfigId = payload.requiredText('auth_config_id');
  const userId = payload.requiredText('user_id');
  const callbackUrl = payload.text('callback_url');
  const alias = payload.text('alias') ?? null;
  if (callbackUrl !== undefined && !isWebAddress(callbackUrl)) payload.fail('callback_url', 'Invalid url');
  payload.check();
  const authConfig = project.authConfigs.find((config) => config.id === authConfigId);
  if (!authConfig) throw authConfigNotFound();
  project.meet(userId, exchange.now);
  const account = project.addAccount(authConfig, userId, alias, exchange.now);
  const link = world.links.create(account, callbackUrl, exchange.now);
  return json(201, {
    link_token: link.token,
    redirect_url: `${world.baseUrl}/connect/${link.token}`,
    expires_at: link.expiresAt.toISOString(),
    connected_account_id: account.id,
  });
};

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol);
}

function wireAccount(account: ConnectedAccount): Record<string, unknown> {
  const { authConfig } = account;
  const credentials = secrets(account.status);
  return {
    id: account.id,
    toolkit: { slug: account.toolkit },
    auth_config: {
      id: authConfig.id,
      auth_scheme: authConfig.scheme,
      is_composio_managed: authConfig.managed,
      is_disabled: false,
    },
    word_id: null,
    alias: account.alias,
    user_id: account.userId,
    status: account.status,
    status_reason: account.statusReason,
    is_disabled: false,
    created_at: account.createdAt.toISOString(),
    updated_at: account.updatedAt.toISOString(),
    state: { authScheme: authConfig.scheme, val: { status: account.status, ...credentials } },
    data: { status: account.status, ...credentials },
  };
}

function secrets(status: AccountStatus): Record<string, unknown> {
  if (status === 'INITIATED') return { code_verifier: FAKE_SECRET };
  return { access_token: FAKE_SECRET, refresh_token: FAKE_SECRET, token_type: 'bearer' };
}
