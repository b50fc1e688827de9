/**
 * Every code a failure can carry, with its HTTP status and title. Programs branch on the code; models read the detail.
 * Provider failures are 424, not 5xx, because CDNs replace 5xx bodies by pages of their own.
 */
export const problemCodes = {
  request_invalid: { status: 400, title: 'The request is not valid' },
  credential_missing: { status: 401, title: 'No API key was given' },
  credential_malformed: { status: 401, title: 'This is not a key this server can use' },
  credential_rejected: { status: 401, title: 'The API key was rejected' },
  credential_scope: { status: 403, title: 'The API key may not do this' },
  tool_not_allowed: { status: 403, title: 'This tool is not allowed here' },
  not_found: { status: 404, title: 'There is nothing here' },
  tool_not_found: { status: 404, title: 'There is no such tool' },
  account_not_connected: { status: 409, title: 'The user has not connected this account yet' },
  body_too_large: { status: 413, title: 'The request body is too large' },
  arguments_invalid: { status: 422, title: 'The arguments do not fit the tool' },
  tool_failed: { status: 424, title: 'The tool ran into an error' },
  rate_limited: { status: 429, title: 'Too many requests' },
  upstream_rate_limited: { status: 429, title: 'Composio asks to slow down' },
  internal: { status: 500, title: 'Something went wrong in this server' },
  upstream_unavailable: { status: 503, title: 'Composio cannot be reached' },
  overloaded: { status: 503, title: 'This server is busy' },
  upstream_timeout: { status: 504, title: 'Composio did not answer in time' },
  outcome_unknown: { status: 504, title: 'The answer was lost: the tool may have run' },
} as const satisfies Record<string, { status: number; title: string }>;

/** The machine-readable name of a failure. */
export type ProblemCode = keyof typeof problemCodes;

/** What is between this server and Composio, and may pass by itself: what is known already stays true meanwhile. */
export const PASSING: ReadonlySet<ProblemCode> = new Set([
  'upstream_unavailable',
  'upstream_timeout',
  'upstream_rate_limited',
  'overloaded',
]);
