/**
 * Which toolkits to offer when nothing narrows the choice: the user's connected ones first, then the most used, each group in
 * the order of use.
 * @param mostUsed slugs, the most used first
 * @param connected slugs of the toolkits the user has an active connection for
 */
export function chooseToolkits(
  mostUsed: readonly string[],
  connected: ReadonlySet<string>,
  max: number,
): string[] {
  const known = new Set(mostUsed);
  const rare = [...connected].filter((slug) => !known.has(slug)).toSorted();
  return [
    ...mostUsed.filter((slug) => connected.has(slug)),
    ...rare,
    ...mostUsed.filter((slug) => !connected.has(slug)),
  ].slice(0, max);
}
