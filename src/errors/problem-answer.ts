import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from './problem.js';
import { problemBody } from './problem-body.js';
import { commonHeaders } from './request-id.js';

/** How a failure is answered: as `application/problem+json`. It belongs to one caller and one moment: nobody keeps it. */
export function problemAnswer(problem: Problem, requestId: string) {
  const { status, retryAfterSeconds } = problem;
  const headers: Record<string, string> = {
    ...commonHeaders(requestId),
    'cache-control': 'no-store',
    'content-type': 'application/problem+json; charset=utf-8',
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    ...(retryAfterSeconds !== undefined && { 'retry-after': String(Math.ceil(retryAfterSeconds)) }),
  };
  return { status, headers, body: JSON.stringify(problemBody(problem, requestId)) };
}

/** Sends a failure. */
export function answerWithProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  const { status, headers, body } = problemAnswer(problem, request.id);
  reply.status(status).headers(headers).send(body);
}
