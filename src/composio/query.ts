/** The parameters of a read; undefined ones are left out. */
export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** A query string as Composio's own clients write it: lists joined by commas in one parameter. */
export function encodeQuery(query: Query): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const values = Array.isArray(value) ? value : [String(value)];
    return [`${encodeURIComponent(name)}=${values.map(encoded).join(',')}`];
  });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** Half a character, as JSON can hold and UTF-8 cannot, becomes U+FFFD: `encodeURIComponent` would throw. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}
