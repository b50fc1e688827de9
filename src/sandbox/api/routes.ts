import type { Route } from '../http/router.js';
import { createAuthConfig, listAuthConfigs } from './auth-configs.js';
import { createLink, getConnectedAccount, listConnectedAccounts } from './connected-accounts.js';
import { executeTool } from './execution.js';
import type { Handler } from './handler.js';
import { getMcpServer, listMcpServers } from './mcp-servers.js';
import { getToolkit, listCategories, listChangelog, listToolkits } from './toolkits.js';
import { getTool, listTools, listToolSlugs } from './tools.js';

/** Where the API lives. Its older prefixes and other endpoints answer 404 here. */
export const API_PREFIX = '/api/v3.1';

/** The endpoints of the API, after its prefix. The first that fits answers. */
export const ROUTES: readonly Route<Handler>[] = [
  { method: 'GET', path: '/toolkits', handle: listToolkits },
  { method: 'GET', path: '/toolkits/categories', handle: listCategories },
  { method: 'GET', path: '/toolkits/changelog', handle: listChangelog },
  { method: 'GET', path: '/toolkits/:slug', handle: getToolkit },
  { method: 'GET', path: '/tools', handle: listTools },
  { method: 'GET', path: '/tools/enum', handle: listToolSlugs },
  { method: 'GET', path: '/tools/:slug', handle: getTool },
  { method: 'POST', path: '/tools/execute/:slug', handle: executeTool },
  { method: 'GET', path: '/mcp/servers', handle: listMcpServers },
  { method: 'GET', path: '/mcp/:id', handle: getMcpServer },
  { method: 'GET', path: '/connected_accounts', handle: listConnectedAccounts },
  { method: 'POST', path: '/connected_accounts/link', handle: createLink },
  { method: 'GET', path: '/connected_accounts/:id', handle: getConnectedAccount },
  { method: 'GET', path: '/auth_configs', handle: listAuthConfigs },
  { method: 'POST', path: '/auth_configs', handle: createAuthConfig },
];
