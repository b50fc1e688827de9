import type { IncomingHttpHeaders } from 'node:http';

/** One request as the routes see it: matched, decoded and read to its end. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  /** The parts of the path that the route named with a colon. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** The request body as it came; empty when there was none. */
  readonly text: string;
  /** The moment the request is answered at. */
  readonly now: Date;
}

/** What a route answers with. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}
