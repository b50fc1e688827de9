import { connectAccountBody } from './connections.schemas.js';

/** `composio_connect_account`, as models see it. */
export const connectAccountMeta = {
  path: '/api/connections',
  operationId: 'composio_connect_account',
  summary: 'Connect an account',
  description:
    'Makes a link at which the user connects an account of an app, such as their Gmail or GitHub account. Use it when a tool says that the account is not connected. Show the link to the user; once they have opened it and agreed, the tools of that app work.',
  body: connectAccountBody,
};
