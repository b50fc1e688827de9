import type { Problem } from './problem.js';
import { problemCodes } from './problem-codes.js';

/** A failure's body may not exceed this many bytes: models get it whole, in their context. */
export const MAX_PROBLEM_BYTES = 2_000;

/** More than fits in any case; without them, shortening step by step would take as long as there is text. */
export const MOST_ENTRIES = 20;
const HALF_A_PAIR = /[\ud800-\udbff]$/;

/**
 * The body of a failure: one level deep and under `MAX_PROBLEM_BYTES`. Long texts are cut with an ellipsis, and long lists at
 * their end, rather than leaving anything else out.
 */
export function problemBody(problem: Problem, requestId: string): Record<string, unknown> {
  const body: Record<string, unknown> = {
    title: problemCodes[problem.code].title,
    status: problem.status,
    code: problem.code,
    detail: problem.detail,
    ...(problem.fix === undefined ? {} : { fix: problem.fix }),
    retryable: problem.retryable,
    ...problem.members,
    request_id: requestId,
  };
  for (const [key, value] of Object.entries(body)) body[key] = bounded(value);
  while (byteLength(body) >= MAX_PROBLEM_BYTES && shortenLongest(body)) {
    // each step shortens one member
  }
  return body;
}

function bounded(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, MOST_ENTRIES);
  if (typeof value !== 'string' || value.length <= MAX_PROBLEM_BYTES) return value;
  return `${value.slice(0, MAX_PROBLEM_BYTES).replace(HALF_A_PAIR, '')}…`;
}

function byteLength(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

function shortenLongest(body: Record<string, unknown>): boolean {
  const [longest] = Object.keys(body)
    .filter((key) => typeof body[key] === 'string' || Array.isArray(body[key]))
    .toSorted((a, b) => byteLength(body[b]) - byteLength(body[a]));
  const value = longest === undefined ? undefined : body[longest];
  if (longest === undefined || byteLength(value) < 40) return false;
  if (Array.isArray(value) && value.length > 1) body[longest] = value.slice(0, -1);
  else body[longest] = `${cut(typeof value === 'string' ? value : JSON.stringify(value))}…`;
  return true;
}

function cut(text: string): string {
  return text.slice(0, Math.floor(text.length * 0.8)).replace(HALF_A_PAIR, '');
}
