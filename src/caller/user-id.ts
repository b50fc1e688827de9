import type { IncomingHttpHeaders } from 'node:http';
import { USER_ID } from '../config/setting-types.js';
import type { Settings } from '../config/settings.js';
import { Problem } from '../errors/problem.js';

const HEADERS = ['x-composio-user-id', 'x-openwebui-user-id'] as const;

/**
 * The Composio user a request acts for: from a header where the operator trusts those, else from the settings.
 * @throws {Problem} `request_invalid` when a trusted header is there but names nobody, or several. To fall back to the default user
 * would run the call with somebody else's accounts.
 */
export function userIdOf(
  headers: IncomingHttpHeaders,
  settings: Pick<Settings, 'TRUST_USER_HEADERS' | 'COMPOSIO_USER_ID'>,
): string {
  const name = settings.TRUST_USER_HEADERS
    ? HEADERS.find((header) => headers[header] !== undefined)
    : undefined;
  if (!name) return settings.COMPOSIO_USER_ID;
  const userId = String(headers[name]).trim();
  if (USER_ID.test(userId)) return userId;
  throw new Problem('request_invalid', `The header ${name} does not name one user.`, {
    fix: 'Send the id of the user, or leave the header out.',
  });
}
