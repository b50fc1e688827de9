/** What an error body of Composio says, as far as it says it. */
export interface ErrorBody {
  readonly code: number | string | undefined;
  readonly slug: string | undefined;
  readonly message: string | undefined;
  readonly fix: string | undefined;
  readonly errors: readonly string[];
}

/** Strikes out of upstream words the key a request was made with, and whatever looks like one. */
export function strikeOutKeys(words: string, key: string): string {
  return words.replaceAll(key, '***').replace(KEY_LIKE, '***');
}

const KEY_LIKE = /\b(?:ak|uak|oak|ck)_[\w*.…-]+/gi;

/**
 * Reads an error body defensively. Composio's own is `{error: {message, code, slug, suggested_fix, errors}}`, but seen are also
 * `error_code`, `suggestedFix`, a bare `{message}`, a code without envelope, HTML, and nothing at all. What looks like an API
 * key is struck out of its texts.
 */
export function readErrorBody(body: Buffer | undefined, key: string): ErrorBody {
  const parsed = asRecord(parse(strikeOutKeys(body?.toString() ?? '', key)));
  const error = asRecord(parsed.error ?? parsed);
  const code = error.code ?? error.error_code;
  return {
    code: typeof code === 'number' || typeof code === 'string' ? code : undefined,
    slug: text(error.slug),
    message: text(error.message ?? (typeof parsed.error === 'string' ? parsed.error : undefined)),
    fix: text(error.suggested_fix ?? error.suggestedFix),
    errors: Array.isArray(error.errors) ? error.errors.flatMap((entry) => text(entry) ?? []) : [],
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string | undefined {
  const trimmed = typeof value === 'string' ? value.trim() : '';
  return trimmed || undefined;
}
