import { executeToolBody, searchToolsBody } from './tools.schemas.js';

/** `composio_search_tools`, as models see it. */
export const searchToolsMeta = {
  path: '/api/tools/search',
  operationId: 'composio_search_tools',
  summary: 'Find tools',
  description:
    'Finds tools that can do what the user wants in the apps of Composio, such as mail, calendars, chats, documents and issue trackers. Use it first, whenever no other tool fits. Gives the best matches with the parameters of each; run one with composio_execute_tool.',
  body: searchToolsBody,
};

/** `composio_execute_tool`, as models see it. */
export const executeToolMeta = {
  path: '/api/tools/execute',
  operationId: 'composio_execute_tool',
  summary: 'Run a tool',
  description:
    'Runs a tool that composio_search_tools found, with arguments that fit its parameters. Gives what the tool gives back, or one problem that says what to change. Never repeat a call whose outcome is unknown without checking first.',
  body: executeToolBody,
};

/** The body of a tool's own operation, as the contract shows it: what is in it depends on the tool. */
export const toolArguments = {
  type: 'object',
  additionalProperties: true,
  description: "The tool's arguments, as its `input_parameters` describe them. No body means no arguments.",
};
