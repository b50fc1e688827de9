/** What went wrong with one attempt of a request to Composio. */
export interface AttemptFailure {
  /** The request provably never left: refused, no DNS answer, connect or TLS failure. */
  readonly neverSent: boolean;
  /** The answer's status, where there was one. */
  readonly status: number | undefined;
  /** What the answer's `Retry-After` asks for, in milliseconds. */
  readonly retryAfterMs: number | undefined;
}

/** A request so far. */
export interface Attempt {
  /** Running a tool or creating something: may never happen twice. */
  readonly write: boolean;
  /** How often it was repeated already. */
  readonly retries: number;
  readonly maxRetries: number;
  /** Milliseconds until its total deadline. */
  readonly remainingMs: number;
}

/** Whether to repeat a request, after which wait, and why. */
export type RetryDecision =
  | { readonly retry: true; readonly delayMs: number; readonly reason: string }
  | { readonly retry: false; readonly reason: string };

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 8_000;
/** A read waits no longer than this for a limit to pass; its caller is told to come back instead. */
const LONGEST_READ_WAIT_MS = 2_000;

const TRANSIENT = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * Decides about a repetition. A read is repeated after whatever may pass by itself. A write is repeated only where Composio
 * certainly did not act on it: it never left, or a rate limit turned it away (429).
 * @param random in [0, 1): takes up to a quarter off the back-off, so that many clients do not come back at once
 */
export function decideRetry(attempt: Attempt, failure: AttemptFailure, random: number): RetryDecision {
  const { neverSent, status, retryAfterMs } = failure;
  if (attempt.retries >= attempt.maxRetries) return { retry: false, reason: 'no retries left' };
  if (status !== undefined && !TRANSIENT.has(status))
    return { retry: false, reason: `status ${status} will not pass` };
  if (attempt.write && !neverSent && status !== 429)
    return { retry: false, reason: 'it may have been acted on' };
  const backOffMs = Math.min(FIRST_DELAY_MS * 2 ** attempt.retries, LONGEST_DELAY_MS) * (1 - random / 4);
  const delayMs = Math.max(backOffMs, retryAfterMs ?? 0);
  if (delayMs >= attempt.remainingMs) return { retry: false, reason: 'the wait does not fit the deadline' };
  if (!attempt.write && delayMs > LONGEST_READ_WAIT_MS)
    return { retry: false, reason: 'the wait is too long' };
  return { retry: true, delayMs, reason: status === undefined ? 'no answer' : `status ${status}` };
}
