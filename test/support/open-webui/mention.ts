const ELLIPSIS = /…|\.\.\./;
/** A value longer than this may be cut in a description that shows an ellipsis. */
const LONG_VALUE = 32;

/**
 * Tells whether a text names a value: as it is or as JSON, and not as a part of a longer word. A value of more
 * than 32 characters may be cut after that many when the text shows an ellipsis.
 */
export function mentions(text: string, value: unknown): boolean {
  const json = JSON.stringify(value);
  const forms = typeof value === 'string' && value.trim() !== '' ? [value, json.slice(1, -1)] : [json];
  return forms.some((form) => includesWord(text, form) || includesCut(text, form));
}

/**
 * The values a text should name but does not. When there are more than `full` of them, the text may stop after
 * `full` if it says so with an ellipsis.
 */
export function unmentioned(text: string, values: readonly unknown[], full: number): unknown[] {
  const missing = values.filter((value) => !mentions(text, value));
  const isCut =
    values.length > full &&
    ELLIPSIS.test(text) &&
    values.length - missing.length >= Math.min(full, values.length);
  return isCut ? [] : missing;
}

function includesCut(text: string, form: string): boolean {
  const start = squash(form).slice(0, LONG_VALUE).trim();
  return form.length > LONG_VALUE && ELLIPSIS.test(text) && squash(text).includes(start);
}

/** A description may be laid out anew, so white space is compared loosely. */
function squash(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function includesWord(text: string, form: string): boolean {
  const [haystack, needle] = [squash(text), squash(form)];
  if (needle === '') {
    return false;
  }
  for (let at = haystack.indexOf(needle); at !== -1; at = haystack.indexOf(needle, at + 1)) {
    if (isEdge(haystack[at - 1], needle[0]) && isEdge(haystack[at + needle.length], needle.at(-1))) {
      return true;
    }
  }
  return false;
}

function isEdge(outside: string | undefined, inside: string | undefined): boolean {
  return !/\w/.test(outside ?? '') || !/\w/.test(inside ?? '');
}
