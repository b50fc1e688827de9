import { MAX_PROBLEM_BYTES, MOST_ENTRIES } from '../errors/problem-body.js';

/** What an error body of Composio says, as far as it says it. */
export interface ErrorBody {
  /** It is no JSON, but a page of something on the way, such as a proxy or a firewall. */
  readonly isPage: boolean;
  /** To be compared, never shown: like the slug it may hold a key. */
  readonly code: number | string | undefined;
  readonly slug: string | undefined;
  readonly message: string | undefined;
  readonly fix: string | undefined;
  readonly errors: readonly string[];
}

/** Composio's keys start in lower case, unlike the slugs of tools; answers show them whole, masked or cut. */
const KEY_LIKE = /(?:\b|(?<=\\[bfnrt]))(?:ak|uak|oak|ck)_[\w*.…-]+/g;
/** Tells a key from a name like `ck_editor`. */
const UNLIKE_A_NAME = /[A-Z\d*…]/;

/**
 * Strikes out of upstream words the key a request was made with, and whatever looks like one. The words may quote JSON, where
 * a key is written with escapes or follows one.
 */
export function strikeOutKeys(words: string, key: string): string {
  return words
    .replaceAll(key, '***')
    .replaceAll(JSON.stringify(key).slice(1, -1), '***')
    .replace(KEY_LIKE, (word) => (UNLIKE_A_NAME.test(word) ? '***' : word));
}

/** Upstream words as they may be shown: without keys, and no longer than a problem can be. */
export function shownWords(words: string, key: string): string {
  // Struck out first: half a key would not be recognised.
  return strikeOutKeys(words.trim(), key).slice(0, MAX_PROBLEM_BYTES);
}

/**
 * Reads an error body defensively. Composio's own is `{error: {message, code, slug, suggested_fix, errors}}`, but seen are also
 * `error_code`, `suggestedFix`, a bare `{message}`, a code without envelope or as a text, HTML, and nothing at all. What looks
 * like an API key is struck out of the texts that are shown, once they are parsed: in the JSON it could hide behind escapes.
 */
export function readErrorBody(body: string | undefined, key: string): ErrorBody {
  const words = body?.trim() ?? '';
  const json = parse(words);
  const parsed = asRecord(json) ?? {};
  const error = asRecord(parsed.error) ?? parsed;
  const shown = (value: unknown) => {
    const said = text(value);
    return said && shownWords(said, key);
  };
  const errors = Array.isArray(error.errors) ? error.errors.slice(0, MOST_ENTRIES) : [];
  return {
    isPage: words !== '' && json === undefined,
    code: codeOf(error.code ?? error.error_code),
    slug: text(error.slug),
    message: shown(error.message) ?? shown(parsed.error),
    fix: shown(error.suggested_fix ?? error.suggestedFix),
    errors: errors.flatMap((entry) => shown(entryText(entry)) ?? []),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function asRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

function codeOf(code: unknown): number | string | undefined {
  if (typeof code === 'string') return /^\d+$/.test(code) ? Number(code) : code;
  return typeof code === 'number' ? code : undefined;
}

/** An entry of `errors` is a text, or says apart what is wrong and where. */
function entryText(entry: unknown): unknown {
  const parts = asRecord(entry);
  const message = text(parts?.message);
  if (!parts || !message) return entry;
  const path = [parts.path].flat().filter((part) => typeof part === 'string' || typeof part === 'number');
  return path.length === 0 ? message : `${path.join('.')}: ${message}`;
}

function text(value: unknown): string | undefined {
  const trimmed = typeof value === 'string' ? value.trim() : '';
  return trimmed || undefined;
}
