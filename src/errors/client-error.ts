import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { Problem } from './problem.js';
import { problemBody } from './problem-body.js';

/** Answers what is not even HTTP, or has too many headers, before there is a request to answer. The connection ends. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
  const requestId = randomUUID();
  const problem = new Problem(
    'request_invalid',
    `This is no HTTP request that can be read (${error.code ?? 'unknown'}).`,
  );
  const body = JSON.stringify(problemBody(problem, requestId));
  socket.end(
    [
      'HTTP/1.1 400 Bad Request',
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      `X-Request-Id: ${requestId}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
