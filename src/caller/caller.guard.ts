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
    admit(request, this.callerService, this.reflector.get(CredentialOptional, context.getHandler()) ?? false);
    return true;
  }
}

/**
 * Finds out who is asking, once for each request.
 * @param isOptional whether a request without a credential may pass, with no caller
 * @throws {Problem} one of the `credential_*` codes
 */
export function admit(request: FastifyRequest, service: CallerService, isOptional: boolean): void {
  if (callers.has(request)) return;
  const caller = service.identify(request.headers, scopeOf(request.raw));
  if (caller) callers.set(request, caller);
  else if (!isOptional) throw credentialMissing();
}

/** The caller of a request that went through the guard. @throws {Problem} `credential_missing` where it has none */
export function callerOf(request: FastifyRequest): Caller {
  const caller = callers.get(request);
  if (!caller) throw credentialMissing();
  return caller;
}

function credentialMissing(): Problem {
  return new Problem('credential_missing', 'The request carries no API key.', {
    fix: 'Send Authorization: Bearer <key>; in Open WebUI, set the connection to Bearer and enter the key.',
  });
}

/** The caller, as a parameter of a route: undefined on a `CredentialOptional` one. It is no parameter of the contract. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext) =>
  callers.get(context.switchToHttp().getRequest<FastifyRequest>()),
);
