import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CallerService } from '../caller/caller.service.js';
import { scopeOf } from '../caller/scope-prefix.js';
import { answerWith } from './document-answer.js';
import { ReadyDocuments } from './ready-documents.js';

/**
 * Answers a request for a document that is in memory before it reaches the controller. Open WebUI without Redis asks for every
 * chat message; the way through guards, pipes and handlers costs several times as much as the answer.
 */
@Injectable()
export class DocumentShortcut implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly callers: CallerService,
    private readonly ready: ReadyDocuments,
  ) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    server.addHook('preValidation', (request, reply, done) => {
      if (request.routeOptions.url !== '/openapi.json' || !this.answer(request, reply)) done();
    });
  }

  private answer(request: FastifyRequest, reply: FastifyReply): boolean {
    const document = this.find(request);
    if (document) void answerWith(document, request, reply);
    return document !== undefined;
  }

  private find(request: FastifyRequest) {
    try {
      const caller = this.callers.identify(request.headers, scopeOf(request.raw));
      return this.ready.find(caller, request.originalUrl);
    } catch {
      // The controller's guard says what is wrong.
      return undefined;
    }
  }
}
