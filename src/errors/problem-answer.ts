import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from './problem.js';
import { problemBody } from './problem-body.js';
import type { ProblemCode } from './problem-codes.js';
import { commonHeaders, type HeaderList, setHeaders } from './answer-headers.js';

const codes = new WeakMap<ServerResponse, ProblemCode>();

/** How a failure is answered: as `application/problem+json`. It belongs to one caller and one moment: nobody keeps it. */
export function problemAnswer(problem: Problem, requestId: string) {
  const { status, retryAfterSeconds } = problem;
  const body = JSON.stringify(problemBody(problem, requestId));
  const headers: HeaderList = Object.entries({
    'cache-control': 'no-store',
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    ...(retryAfterSeconds !== undefined && { 'retry-after': String(Math.ceil(retryAfterSeconds)) }),
  }).flat();
  return { status, headers: [...commonHeaders(requestId), ...headers], body };
}

/** Sends a failure. */
export function answerWithProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  const { status, headers, body } = problemAnswer(problem, request.id);
  codes.set(reply.raw, problem.code);
  setHeaders(reply.status(status), headers).send(body);
}

/** Sends a failure past the framework. */
export function endWithProblem(problem: Problem, requestId: string, response: ServerResponse): void {
  const { status, headers, body } = problemAnswer(problem, requestId);
  codes.set(response, problem.code);
  response.writeHead(status, headers).end(body);
}

/** The code of the failure that was answered, if it was one. */
export function problemCodeOf(response: ServerResponse): ProblemCode | undefined {
  return codes.get(response);
}
