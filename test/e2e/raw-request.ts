import { type Agent, type IncomingHttpHeaders, request } from 'node:http';

/** An answer, its body as the bytes that were sent. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Sends a request exactly as given: no header is added, the path is not normalised, and nothing is decoded. */
export function rawRequest(
  url: string,
  given: {
    readonly method?: string;
    readonly path: string;
    readonly headers?: Record<string, string>;
    readonly body?: string;
    readonly agent?: Agent;
  },
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const { body, ...options } = given;
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, agent: false, ...options, headers: { ...length, ...given.headers } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.once('error', reject);
        answer.once('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
        );
      },
    );
    sent.once('error', reject).end(body);
  });
}
