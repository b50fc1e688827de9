import { json } from '../http/reply.js';
import type { World } from '../project/world.js';
import { findToolkit } from '../toolkits/catalogue.js';
import { notFound } from './api-error.js';
import type { Call, Handler } from './handler.js';
import { numberedPage } from './page.js';
import { Query } from './query.js';

interface McpServer {
  readonly id: string;
  readonly name: string;
  readonly toolkits: readonly string[];
  /** Empty means every tool of the toolkits. */
  readonly allowedTools: readonly string[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** The servers that every project has. */
const SERVERS: readonly McpServer[] = [
  {
    id: '5b0a7f5e-0000-4000-8000-000000000001',
    name: 'Mail reader',
    toolkits: ['mail'],
    allowedTools: ['MAIL_SEARCH_MESSAGES', 'MAIL_GET_MESSAGE', 'MAIL_GET_THREAD', 'MAIL_LIST_LABELS'],
    createdAt: '2026-08-03T09:00:00.000Z',
    updatedAt: '2026-09-15T12:00:00.000Z',
  },
  {
    id: '5b0a7f5e-0000-4000-8000-000000000002',
    name: 'Issue tracker',
    toolkits: ['issues'],
    allowedTools: [],
    createdAt: '2026-08-10T09:00:00.000Z',
    updatedAt: '2026-08-10T09:00:00.000Z',
  },
  {
    id: '5b0a7f5e-0000-4000-8000-000000000003',
    name: 'Office assistant',
    toolkits: ['calendar', 'notes', 'utilities'],
    allowedTools: [
      'CALENDAR_LIST_EVENTS',
      'CALENDAR_FIND_FREE_TIME',
      'CALENDAR_CREATE_EVENT',
      'NOTES_SEARCH_PAGES',
      'NOTES_CREATE_PAGE',
      'UTILITIES_GET_CURRENT_TIME',
    ],
    createdAt: '2026-09-01T09:00:00.000Z',
    updatedAt: '2026-10-02T16:30:00.000Z',
  },
];

/** `GET /mcp/servers`. Pages by number, ten to a page. */
export const listMcpServers: Handler = (call) => {
  const query = new Query(call.exchange.query);
  const page = { page: query.integer('page_no', 1, 1_000_000), limit: query.integer('limit', 10, 1000) };
  const name = query.text('name')?.toLowerCase() ?? '';
  const toolkits = query.list('toolkits');
  const authConfigs = query.list('auth_config_ids');
  const orderBy = query.choice('order_by', ['created_at', 'updated_at']) ?? 'updated_at';
  const direction = query.choice('order_direction', ['asc', 'desc']) ?? 'desc';
  query.check();
  const found = SERVERS.filter(
    (server) =>
      server.name.toLowerCase().includes(name) &&
      (!toolkits || toolkits.some((toolkit) => server.toolkits.includes(toolkit))) &&
      (!authConfigs || authConfigs.some((id) => authConfigsOf(server, call).includes(id))),
  );
  const time = (server: McpServer) => (orderBy === 'created_at' ? server.createdAt : server.updatedAt);
  const sorted = found.toSorted((a, b) => time(a).localeCompare(time(b)) * (direction === 'asc' ? 1 : -1));
  return json(
    200,
    numberedPage(
      sorted.map((server) => wireServer(server, call)),
      page,
    ),
  );
};

/** `GET /mcp/{id}`: not `/mcp/servers/{id}`. */
export const getMcpServer: Handler = (call) => {
  const id = call.exchange.params['id'] ?? '';
  const server = SERVERS.find((entry) => entry.id === id);
  if (!server) throw notFound(`MCP server ${id}`);
  return json(200, { ...wireServer(server, call), deleted: false });
};

function authConfigsOf(server: McpServer, { project }: Call): string[] {
  const configs = project.authConfigs.filter((config) => server.toolkits.includes(config.toolkit));
  return configs.map((config) => config.id);
}

function wireServer(server: McpServer, call: Call): Record<string, unknown> {
  return {
    id: server.id,
    name: server.name,
    auth_config_ids: authConfigsOf(server, call),
    allowed_tools: server.allowedTools,
    mcp_url: mcpUrl(server, call.world),
    toolkits: server.toolkits,
    toolkit_icons: Object.fromEntries(server.toolkits.map((slug) => [slug, findToolkit(slug)?.logo ?? ''])),
    commands: commands(mcpUrl(server, call.world)),
    created_at: server.createdAt,
    updated_at: server.updatedAt,
    server_instance_count: 0,
    managed_auth_via_composio: true,
  };
}

function mcpUrl(server: McpServer, world: World): string {
  return `${world.baseUrl}/v3/mcp/${server.id}?user_id=default`;
}

function commands(url: string): Record<string, string> {
  const clients = ['cursor', 'claude', 'windsurf'];
  return Object.fromEntries(
    clients.map((client) => [client, `npx @composio/mcp@latest setup "${url}" --client ${client}`]),
  );
}
