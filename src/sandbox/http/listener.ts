import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Reply } from './exchange.js';

/** Answers a request whose body has been read; `text` is undefined when the body was longer than allowed. */
export type Answer = (request: IncomingMessage, text: string | undefined) => Promise<Reply>;

/** Composio documents that a body can be too large, but not from which size on: the sandbox draws the line here. */
const MAX_BODY_BYTES = 6_000_000;

/**
 * Starts to listen; `serve` has to follow at once, before the first request can come in.
 *
 * @throws when the address is taken or may not be used.
 */
export async function listen(host: string, port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return server;
}

/** Reads each request to its end and writes what `answer` gives. */
export function serve(server: Server, answer: Answer): void {
  server.on('request', (request, response) => {
    readBody(request)
      .then((text) => answer(request, text))
      .then((reply) => write(response, reply))
      // Only a broken connection ends here: `answer` turns every failure of its own into a reply.
      .catch(() => response.destroy());
  });
}

/** Stops taking requests and drops the connections that are open. */
export async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // The rest is still read, and thrown away, so that the client gets an answer rather than a reset.
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  return size <= MAX_BODY_BYTES ? Buffer.concat(chunks).toString('utf8') : undefined;
}

function write(response: ServerResponse, reply: Reply): void {
  const body = Buffer.from(reply.text, 'utf8');
  response.writeHead(reply.status, { ...reply.headers, 'content-length': String(body.length) });
  response.end(body);
}
