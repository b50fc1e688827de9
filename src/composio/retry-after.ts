/** A longer wait is no wait but a mistake: callers would stay away for ever. */
const LONGEST_MS = 3_600_000;

/**
 * The wait that a `Retry-After` header asks for, in milliseconds and at most an hour: seconds or an HTTP date
 * (RFC 9110, 10.2.3).
 * @returns undefined for a missing header or one that makes no sense
 */
export function retryAfterMs(header: string | undefined, now: Date): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Number(text) * 1_000, LONGEST_MS);
  const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.min(Math.max(0, date - now.getTime()), LONGEST_MS);
}
