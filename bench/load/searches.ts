import { bearer, requestBytes } from './requests.js';

/** What people look for, in their words: common and rare words, plurals, a slip of the pen, a long sentence. */
const QUERIES = [
  'create an issue',
  'send a message to the team channel',
  'list all invoices of a customer',
  'delete calendar event',
  'search files in a folder',
  'share report with a member',
  'copy template',
  'archive old tickets',
  'update the row of a table',
  'get comment by id',
  'export contacts from ember',
  'assgin a task to somebody',
  'webhooks',
  'restore a deleted page from yesterday so that the project has its documentation back',
  'harbor payments with details',
  'branch repository',
];

/** Search requests of a caller, one for each query. */
export function searchRequests(key: string): Buffer[] {
  return QUERIES.map((query) =>
    requestBytes({
      method: 'POST',
      path: '/api/tools/search',
      headers: { ...bearer(key), 'accept-encoding': 'gzip, deflate, br' },
      body: JSON.stringify({ query }),
    }),
  );
}
