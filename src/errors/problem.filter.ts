import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from './problem.js';
import { answerWithProblem } from './problem-answer.js';

const logger = new Logger('ProblemFilter');

/** Turns whatever was thrown into the one shape of a failure, `application/problem+json`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (!reply.sent) answerWithProblem(toProblem(error, request.id), request, reply);
  }
}

/** The problem that whatever was thrown is to its client. What only the operator can know more about is logged. */
export function toProblem(error: unknown, requestId: string): Problem {
  const problem = asProblem(error);
  if (problem.code === 'internal') logger.error(problem.cause, { request_id: requestId });
  else logger.debug(problem.code, { request_id: requestId, detail: problem.detail });
  return problem;
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException) {
    const status = error.getStatus();
    if (status === 404)
      return new Problem('not_found', 'There is no such route.', { fix: 'See /docs for what is there.' });
    if (status === 413)
      return new Problem('body_too_large', 'The request body is larger than this server accepts.');
    if (status < 500) return new Problem('request_invalid', error.message);
  }
  // Nobody hears the answer.
  if (error instanceof Error && 'code' in error && error.code === 'ECONNRESET')
    return new Problem('request_invalid', 'The request was cut.');
  return new Problem(
    'internal',
    'Something went wrong in this server; its log says more under this request_id.',
    {
      cause: error,
    },
  );
}
