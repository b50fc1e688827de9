import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../errors/problem.js';
import type { Caller } from './caller.js';
import { CallerService } from './caller.service.js';
import { scopeOf } from './scope-prefix.js';

const callers = new WeakMap<FastifyRequest, Caller>();

/** Marks a route that also answers without a credential; its caller is then undefined. */
export const CredentialOptional = Reflector.createDecorator<true>();

/** Lets a request through once it is known who is asking. */
@Injectable()
export class CallerGuard implements CanActivate {
  constructor(
    private readonly callerService: CallerService,
    private readonly reflector: Reflector,
  ) {}

  /** @throws {Problem} one of the `credential_*` codes */
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const caller = this.callerService.identify(request.headers, scopeOf(request.raw));
    if (caller) callers.set(request, caller);
    else if (!this.reflector.get(CredentialOptional, context.getHandler())) {
      throw new Problem('credential_missing', 'The request carries no API key.', {
        fix: 'Send Authorization: Bearer <key>; in Open WebUI, set the connection to Bearer and enter the key.',
      });
    }
    return true;
  }
}

/** The caller of a request that went through the guard. */
export function callerOf(request: FastifyRequest): Caller {
  return callers.get(request) as Caller;
}

/** The caller, as a parameter of a route: undefined on a `CredentialOptional` one. It is no parameter of the contract. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext) =>
  callers.get(context.switchToHttp().getRequest<FastifyRequest>()),
);
