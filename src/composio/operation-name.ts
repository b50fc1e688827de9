/** By the paths they begin with, the more special ones and the most frequent ones first. */
const OPERATIONS = [
  ['/tools/execute/', 'execute_tool'],
  ['/tools', 'list_tools'],
  ['/toolkits', 'list_toolkits'],
  ['/mcp/servers', 'list_servers'],
  ['/connected_accounts/link', 'create_link'],
  ['/connected_accounts', 'list_connections'],
  ['/auth_configs', 'auth_configs'],
] as const;

/** What a request to a path of Composio's API is for, in one of few words. */
export function operationName(path: string): string {
  for (const [start, name] of OPERATIONS) if (path.startsWith(start)) return name;
  return 'other';
}
