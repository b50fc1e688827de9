import type { IncomingHttpHeaders } from 'node:http';
import { ApiError } from './api-error.js';

/** The key that works without any suffix. */
export const SANDBOX_KEY = 'ak_sandbox';

const MODES = [
  { header: 'x-api-key', mode: 'ApiKeyAuth' },
  { header: 'x-user-api-key', mode: 'UserApiKeyAuth' },
  { header: 'x-org-api-key', mode: 'OrgApiKeyAuth' },
] as const;

/**
 * The project key of a request.
 *
 * Composio takes exactly one credential header and refuses two even when each is valid, which is why its client
 * (@composio/client) sends one. The sandbox accepts `ak_sandbox` and `ak_sandbox_` with anything after it.
 *
 * @throws ApiError 401 in every other case, told apart by code as in production.
 */
export function readCredential(headers: IncomingHttpHeaders): string {
  const given = MODES.filter(({ header }) => headers[header] !== undefined);
  if (given.length > 1) {
    const names = given.map(({ header, mode }) => `${mode} via ${header}`).join(', ');
    throw unauthorised(
      `Multiple authentication modes were provided. Provide exactly one authentication mode per request. Provided: ${names}.`,
      10401,
      'HTTP_Unauthorized',
    );
  }
  const header = given[0]?.header;
  if (header === undefined) throw unauthorised('No API key provided', 906, 'Auth_NoAuthProvided');
  if (header === 'x-user-api-key') {
    throw unauthorised('Invalid or revoked user API key', 2113, 'UserApiKey_Unauthorized');
  }
  if (header === 'x-org-api-key') {
    throw unauthorised(
      'Invalid x-org-api-key. Please check you are using a valid API key.',
      10401,
      'HTTP_Unauthorized',
    );
  }
  const key = String(headers[header]);
  if (key !== SANDBOX_KEY && !/^ak_sandbox_\w+$/.test(key)) {
    throw unauthorised(`Invalid API key: ${masked(key)}`, 801, 'APIKey_InvalidAPIKey');
  }
  return key;
}

function unauthorised(message: string, code: number, slug: string): ApiError {
  return new ApiError(message, {
    status: 401,
    code,
    slug,
    suggestedFix: 'Please check you are using a valid key.',
  });
}

function masked(key: string): string {
  return `${key.slice(0, 3)}**${key.length > 11 ? key.slice(-4) : ''}`;
}
