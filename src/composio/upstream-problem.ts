import { Problem } from '../errors/problem.js';
import type { AttemptFailure } from './retry-decision.js';
import type { ErrorBody } from './error-body.js';

/** What the failed request was for, which decides what its failure means. */
export interface Intent {
  /** Running a tool that is not tagged read-only, or creating something. */
  readonly write: boolean;
  /** The tool that was to run, if any. */
  readonly tool?: string;
  readonly toolkit?: string;
}

/** A failure of the last attempt of a request. */
export interface LastFailure extends AttemptFailure {
  readonly timedOut: boolean;
  readonly body: ErrorBody;
}

const NOT_CONNECTED = new Set<number | string | undefined>([
  1803,
  1810,
  'ActionExecute_ConnectedAccountNotFound',
  'ToolRouterV2_NoActiveConnection',
]);
const RETRY_SOON_SECONDS = 5;
const LOOK_ON_THE_WAY =
  'Look at what stands between this server and Composio, such as a proxy or a firewall.';
/** What takes known values out of caches, so that it has to be Composio's own word. */
const TURNED_AWAY = new Set([401, 403, 404]);
/** A refusal of a read stays for a while: whoever asked, asked for nothing wrong. */
const REFUSED_MS = 60_000;

/**
 * What a failed request to Composio means for the caller. Composio's own words are passed on where they help a model;
 * never where they speak of keys.
 */
export function upstreamProblem(intent: Intent, failure: LastFailure): Problem {
  const { status } = failure;
  if (status === undefined) return withoutAnswer(intent, failure);
  if (status < 400) return lostAnswer(intent, 'Composio answered with a redirect, which is not followed.');
  if (!intent.write && TURNED_AWAY.has(status) && failure.body.isPage)
    return unavailable(saidByAnother(status));
  if (status === 401) return rejected(failure.body);
  if (status === 403) return outOfScope(failure.body);
  if (status === 429) return rateLimited(failure);
  if (status >= 500 || status === 408) return serverError(intent, failure);
  return intent.tool === undefined
    ? refused(intent, status, failure.body)
    : toolRefused(intent, intent.tool, failure.body);
}

function withoutAnswer(intent: Intent, { neverSent, timedOut }: LastFailure): Problem {
  if (intent.write && !neverSent) return outcomeUnknown(intent);
  if (timedOut) {
    return new Problem('upstream_timeout', 'Composio did not answer in time.', { retryable: true });
  }
  return unavailable('Composio could not be reached.');
}

function serverError(intent: Intent, { status, retryAfterMs }: LastFailure): Problem {
  // Behind any of these the request may have been carried out, even if something on its way back answered 503.
  if (intent.write) return outcomeUnknown(intent);
  if (status === 504 || status === 408) {
    return new Problem('upstream_timeout', `Composio answered ${status}: it ran out of time.`, {
      retryable: true,
    });
  }
  return unavailable(`Composio answered ${status}.`, retryAfterMs);
}

/** Composio cannot be used right now. */
export function unavailable(detail: string, retryAfterMs?: number): Problem {
  return new Problem('upstream_unavailable', detail, {
    retryable: true,
    retryAfterSeconds: retryAfterMs === undefined ? RETRY_SOON_SECONDS : retryAfterMs / 1_000,
  });
}

/** An answer came that says nothing: behind a write it stays open what happened. */
export function lostAnswer(intent: Intent, detail: string): Problem {
  return intent.write ? outcomeUnknown(intent) : unavailable(detail);
}

function outcomeUnknown(intent: Intent): Problem {
  return new Problem(
    'outcome_unknown',
    `The answer of ${intent.tool ?? 'Composio'} was lost. It may have run, so do not simply run it again.`,
    { fix: 'Look up whether it took effect before trying again.' },
  );
}

/** Composio answers in JSON; a page is most likely a proxy's or a firewall's, which know nothing of keys or of what is there. */
function saidByAnother(status: number): string {
  return `The answer was ${status}, not in Composio's words: something on the way to it may have given it.`;
}

function rejected(body: ErrorBody): Problem {
  if (body.isPage) {
    return new Problem('credential_rejected', saidByAnother(401), { fix: LOOK_ON_THE_WAY });
  }
  const byAddress = body.code === 902;
  return new Problem(
    'credential_rejected',
    byAddress
      ? "Composio does not accept this API key from this server's address."
      : 'Composio rejected the API key.',
    {
      fix: byAddress
        ? "Add this server's address to the key's IP allowlist in Composio."
        : 'Use a valid Composio project API key (ak_…), from the Composio dashboard.',
    },
  );
}

function outOfScope(body: ErrorBody): Problem {
  if (body.isPage) return new Problem('credential_scope', saidByAnother(403), { fix: LOOK_ON_THE_WAY });
  return new Problem('credential_scope', body.message ?? 'Composio says that this API key may not do this.', {
    fix: 'Use an API key with the permission, or widen it in the Composio dashboard.',
  });
}

function rateLimited({ retryAfterMs }: LastFailure): Problem {
  return new Problem('upstream_rate_limited', "Composio's rate limit is reached.", {
    retryable: true,
    retryAfterSeconds: (retryAfterMs ?? 15_000) / 1_000,
  });
}

function refused(intent: Intent, status: number, body: ErrorBody): Problem {
  if (intent.write) {
    return new Problem(
      'request_invalid',
      body.message ?? `Composio refused the request (${status}).`,
      body.fix ? { fix: body.fix } : {},
    );
  }
  if (status === 404) return new Problem('not_found', body.message ?? 'Composio does not know this.');
  return unavailable(`Composio refused the request (${status}). ${body.message ?? ''}`.trim(), REFUSED_MS);
}

function toolRefused(intent: Intent, tool: string, body: ErrorBody): Problem {
  if (body.code === 2401 || body.slug === 'Tool_ToolNotFound') {
    return new Problem('tool_not_found', `Composio has no tool ${tool}.`);
  }
  if (NOT_CONNECTED.has(body.code) || NOT_CONNECTED.has(body.slug)) {
    return new Problem(
      'account_not_connected',
      `The user has not connected ${intent.toolkit ?? 'this app'} yet.`,
    );
  }
  const words = [body.message, ...body.errors].filter(Boolean).join(' ');
  if (body.code === 10_400 || body.errors.length > 0) {
    return new Problem('arguments_invalid', words || 'Composio does not accept the arguments.', {
      ...(body.fix ? { fix: body.fix } : {}),
      members: { errors: body.errors.map((message) => ({ path: '', message })) },
    });
  }
  return new Problem(
    'tool_failed',
    words || `Composio could not run ${tool}.`,
    body.fix ? { fix: body.fix } : {},
  );
}
