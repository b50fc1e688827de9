import { operationName } from './operation-name.js';

it.each([
  ['/tools/execute/GMAIL_SEND_EMAIL', 'execute_tool'],
  ['/tools?toolkit_slug=gmail&limit=1000', 'list_tools'],
  ['/toolkits?limit=1000', 'list_toolkits'],
  ['/mcp/servers?page_no=1', 'list_servers'],
  ['/connected_accounts?user_ids=ada', 'list_connections'],
  ['/connected_accounts/link', 'create_link'],
  ['/auth_configs', 'auth_configs'],
  ['/something/new', 'other'],
])('%s is %s', (path, name) => {
  expect(operationName(path)).toBe(name);
});
