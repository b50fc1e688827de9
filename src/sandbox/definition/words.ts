/** Whether every word of the query occurs in the texts, in any order and case. An empty query fits all. */
export function hasWords(query: string, ...texts: readonly string[]): boolean {
  const haystack = texts.join('\n').toLowerCase();
  return words(query).every((word) => haystack.includes(word));
}

/** The words of a query, lower case. */
export function words(query: string): string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}
