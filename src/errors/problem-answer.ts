import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from './problem.js';
import { problemBody } from './problem-body.js';
import type { ProblemCode } from './problem-codes.js';
import { commonHeaders } from './request-id.js';

const codes = new WeakMap<ServerResponse, ProblemCode>();

/** Sends a failure as `application/problem+json`. It belongs to one caller and one moment: nobody keeps it. */
export function answerWithProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  codes.set(reply.raw, problem.code);
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  if (problem.retryAfterSeconds !== undefined) {
    reply.header('retry-after', String(Math.ceil(problem.retryAfterSeconds)));
  }
  reply
    .status(problem.status)
    .headers(commonHeaders(request.id))
    .header('cache-control', 'no-store')
    .header('content-type', 'application/problem+json')
    .send(JSON.stringify(problemBody(problem, request.id)));
}

/** The code of the failure that was answered, if it was one. */
export function problemCodeOf(response: ServerResponse): ProblemCode | undefined {
  return codes.get(response);
}
