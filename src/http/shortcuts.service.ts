import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

/** Answers a request, or returns false and leaves it untouched. */
export type Shortcut = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * Has plain and frequent requests answered before the framework sees them. Whatever a shortcut is not made for goes the
 * ordinary way, through hooks, guard, pipes and controller, and is answered the same.
 */
@Injectable()
export class Shortcuts implements OnModuleInit, OnModuleDestroy {
  private readonly shortcuts: Shortcut[] = [];
  private isClosing = false;

  constructor(private readonly host: HttpAdapterHost) {}

  add(shortcut: Shortcut): void {
    this.shortcuts.push(shortcut);
  }

  onModuleInit(): void {
    const server = this.host.httpAdapter.getHttpServer() as Server;
    const framework = server.listeners('request') as RequestListener[];
    server.removeAllListeners('request');
    server.on('request', (request, response) => {
      if (this.isAnswered(request, response)) return;
      for (const listener of framework) listener(request, response);
    });
  }

  /** A server that stops closes its connections, which is the framework's affair. */
  onModuleDestroy(): void {
    this.isClosing = true;
  }

  private isAnswered(request: IncomingMessage, response: ServerResponse): boolean {
    // A browser's request from another site has an origin, and gets what CORS wants.
    if (this.isClosing || request.headers.origin !== undefined) return false;
    return this.shortcuts.some((shortcut) => shortcut(request, response));
  }
}
