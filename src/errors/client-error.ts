import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { answerUnderWay } from './answer-under-way.js';
import { Problem } from './problem.js';
import { problemAnswer } from './problem-answer.js';

/** Answers what is not even HTTP, or has too many headers, before there is a request to answer. The connection ends. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  // To a request that came whole before, this would be the answer.
  const isAnswering = answerUnderWay(socket)?.req.complete ?? false;
  if (!socket.writable || isAnswering || error.code === 'ECONNRESET') return void socket.destroy();
  const problem = new Problem(
    'request_invalid',
    `This is no HTTP request that can be read (${error.code ?? 'unknown'}).`,
  );
  const { headers, body } = problemAnswer(problem, randomUUID());
  const all = [...headers, 'connection', 'close'];
  const lines = all.flatMap((name, at) => (at % 2 === 0 ? `${name}: ${all[at + 1]}` : []));
  socket.end(['HTTP/1.1 400 Bad Request', ...lines, '', body].join('\r\n'));
}
