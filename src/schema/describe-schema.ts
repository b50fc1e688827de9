/** The longest description that all model providers take. */
export const LONGEST_DESCRIPTION = 1_024;

const MOST_VALUES = 40;
const MOST_VALUES_TEXT = 400;
const FEWEST_VALUES = 10;
const LONGEST_VALUE = 64;
const ELLIPSIS = '…';

/** Cuts a text to a length, at the end of a word where there is one, and marks it. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '');
  const atWord = cut.slice(0, cut.lastIndexOf(' '));
  return (atWord.length > cut.length * 0.8 ? atWord : cut) + ELLIPSIS;
}

/**
 * A property's description with what a client may drop from its schema: the values it can have, and its default. It stays
 * within `LONGEST_DESCRIPTION`; of many values the first are named, and an ellipsis says that there are more.
 */
export function describe(
  description: string | undefined,
  facts: { readonly values?: readonly unknown[] | undefined; readonly fallback?: unknown },
): string {
  const notes = [
    ...(facts.values ? [`Possible values: ${listed(facts.values)}.`] : []),
    ...(facts.fallback === undefined ? [] : [`Default: ${shown(facts.fallback)}.`]),
  ].join(' ');
  const room = LONGEST_DESCRIPTION - notes.length - 1;
  const text = shorten(description?.trim() ?? '', room);
  const separator = text !== '' && notes !== '' ? (/[.!?…:)]$/.test(text) ? ' ' : '. ') : '';
  return shorten(`${text}${separator}${notes}`, LONGEST_DESCRIPTION);
}

function listed(values: readonly unknown[]): string {
  const texts: string[] = [];
  let length = 0;
  for (const value of values) {
    const text = shown(value);
    length += text.length + 2;
    if (texts.length >= MOST_VALUES || (texts.length >= FEWEST_VALUES && length > MOST_VALUES_TEXT)) break;
    texts.push(text);
  }
  return texts.join(', ') + (texts.length < values.length ? `, ${ELLIPSIS}` : '');
}

function shown(value: unknown): string {
  const text =
    typeof value === 'string' && /^[\w@./+-][\w@./+ -]*$/.test(value) ? value : JSON.stringify(value);
  return shorten(text, LONGEST_VALUE);
}
