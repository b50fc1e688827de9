import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { admit } from './caller.guard.js';
import { CallerService } from './caller.service.js';

/** Refuses a request that has a body and no usable credential before the body is read: guards come after that. */
@Injectable()
export class CallerGate implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly callers: CallerService,
  ) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    server.addHook('preParsing', (request, _, payload, done) => {
      if (request.method === 'POST' && !request.is404) admit(request, this.callers, false);
      done(null, payload);
    });
  }
}
