import { CacheInterceptor } from '@nestjs/cache-manager';
import { type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { callerOf } from '../caller/caller.guard.js';
import { scopePrefixOf } from '../caller/scope-prefix.js';
import { answerKey } from './answer-key.js';

/**
 * Gives the same answer to the same question within a few seconds. Nest's own interceptor keys by URL alone, and would
 * answer one caller with another's data; this one keys by everything that changes an answer.
 */
@Injectable()
export class AnswerCacheInterceptor extends CacheInterceptor {
  protected override trackBy(context: ExecutionContext): string | undefined {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.method !== 'GET') return undefined;
    const { credential, userId } = callerOf(request);
    return answerKey({
      fingerprint: credential.fingerprint,
      userId,
      prefix: scopePrefixOf(request.raw),
      url: request.url,
    });
  }
}
