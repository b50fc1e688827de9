/** What an answer of a list route depends on. */
export interface Question {
  /** Of the whole credential. */
  readonly fingerprint: string;
  readonly userId: string;
  /** The scope that the URL's prefix named. */
  readonly prefix: string;
  /** Path and query. */
  readonly url: string;
}

/** A cache key: equal only for the same question of the same caller. The order of query parameters does not matter. */
export function answerKey({ fingerprint, userId, prefix, url }: Question): string {
  const { pathname, searchParams } = new URL(url, 'http://server');
  searchParams.sort();
  return JSON.stringify(['answer', fingerprint, userId, prefix, pathname, searchParams.toString()]);
}
