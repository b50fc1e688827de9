import { json } from '../http/reply.js';
import type { AuthConfig, Project } from '../project/project.js';
import { findToolkit } from '../toolkits/catalogue.js';
import { noAuthToolkit, noManagedAuth, notFound } from './api-error.js';
import type { Handler } from './handler.js';
import { cursorPage, readPage } from './page.js';
import { Payload } from './payload.js';
import { Query } from './query.js';

const TYPES = ['use_composio_managed_auth', 'use_custom_auth'];

/** `GET /auth_configs` */
export const listAuthConfigs: Handler = ({ exchange, project }) => {
  const query = new Query(exchange.query);
  const page = readPage(query, { fallback: 20, max: 50, clamps: true });
  const toolkits = query.list('toolkit_slug');
  const managed = query.flag('is_composio_managed');
  query.flag('show_disabled');
  const search = query.text('search')?.toLowerCase();
  query.check();
  const found = project.authConfigs.filter(
    (config) =>
      (!toolkits || toolkits.includes(config.toolkit)) &&
      (managed === undefined || config.managed === managed) &&
      (search === undefined || `${config.id}\n${config.name}`.toLowerCase().includes(search)),
  );
  return json(
    200,
    cursorPage(
      found.map((config) => wireAuthConfig(config, project)),
      page,
    ),
  );
};

/** `POST /auth_configs`: makes it possible for users to connect to a toolkit. */
export const createAuthConfig: Handler = ({ exchange, project }) => {
  const payload = Payload.parse(exchange.text);
  if (!payload.has('toolkit')) payload.fail('toolkit', 'Required');
  const slug = payload.group('toolkit').requiredText('slug');
  const wanted = payload.group('auth_config');
  const type = wanted.text('type') ?? 'use_composio_managed_auth';
  const name = wanted.text('name');
  if (!TYPES.includes(type)) wanted.fail('type', `Expected one of ${TYPES.join(', ')}`);
  if (type === 'use_custom_auth') wanted.requiredText('authScheme');
  payload.check();
  const toolkit = findToolkit(slug);
  if (!toolkit) throw notFound(`Toolkit ${slug}`);
  if (toolkit.access === 'none') throw noAuthToolkit(slug);
  const managed = type === 'use_composio_managed_auth';
  if (managed && toolkit.access === 'custom') throw noManagedAuth(slug);
  const scheme = toolkit.access === 'custom' ? 'API_KEY' : 'OAUTH2';
  const config = project.addAuthConfig(
    toolkit,
    name ?? `${toolkit.name} access`,
    scheme,
    managed,
    exchange.now,
  );
  return json(201, {
    toolkit: { slug },
    auth_config: { id: config.id, auth_scheme: config.scheme, is_composio_managed: config.managed },
  });
};

function wireAuthConfig(config: AuthConfig, project: Project): Record<string, unknown> {
  const toolkit = findToolkit(config.toolkit);
  return {
    id: config.id,
    uuid: config.uuid,
    type: config.managed ? 'default' : 'custom',
    toolkit: { slug: config.toolkit, logo: toolkit?.logo ?? '', auth_guide_url: null, auth_hint_url: null },
    name: config.name,
    auth_scheme: config.scheme,
    is_composio_managed: config.managed,
    // As in connected accounts: what must never be passed on.
    credentials: { client_id: 'sandbox', client_secret: 'sandbox-secret-do-not-leak' },
    proxy_config: null,
    status: 'ENABLED',
    created_by: 'sandbox@sandbox.example',
    created_at: config.createdAt.toISOString(),
    last_updated_at: config.createdAt.toISOString(),
    no_of_connections: project.accounts.filter((account) => account.authConfig === config).length,
    expected_input_fields: [],
    restrict_to_following_tools: [],
    tool_access_config: { tools_for_connected_account_creation: [], tools_available_for_execution: [] },
    is_enabled_for_tool_router: true,
  };
}
