import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { problemCodeOf } from '../errors/problem-answer.js';
import type { Labelled } from './labelled.js';
import { Metrics } from './metrics.service.js';
import { NO_ROUTE, routePattern } from './route-pattern.js';
import type { Count, Durations } from './tallies.js';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS']);
const TOOL_CALLS = new Set(['/api/tools/:tool/execute', '/api/tools/execute']);
/** As nginx has it: the client went away before its answer. */
const CLIENT_GONE = 499;

/** Counts every request that comes to this server, whoever answers it. */
@Injectable()
export class RequestWatch implements OnApplicationBootstrap {
  private readonly requests: Labelled<Durations>;
  private readonly calls: Labelled<Count>;
  private readonly unreadable: Labelled<Count>;

  constructor(
    private readonly host: HttpAdapterHost,
    metrics: Metrics,
  ) {
    this.requests = metrics.durations(
      'http_request_duration_seconds',
      'Requests, and how long their answers took; 499 is a client that went away before',
      ['method', 'route', 'status'],
    );
    this.calls = metrics.counts(
      'tool_calls_total',
      'Tool calls by how they ended: ok, or the code of the failure',
      ['outcome'],
    );
    this.unreadable = metrics.counts('http_unreadable_requests_total', 'What came and was no HTTP request');
  }

  /** Not before: modules that are initialised put listeners of their own in the framework's place. */
  onApplicationBootstrap(): void {
    const server = this.host.httpAdapter.getHttpServer() as Server;
    server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
      const startedAt = performance.now();
      response.on('close', () => this.count(request, response, startedAt));
    });
    server.on('clientError', ({ code }: NodeJS.ErrnoException) => {
      if (code !== 'ECONNRESET') this.unreadable.at().add();
    });
  }

  private count(
    { method = '', url = '' }: IncomingMessage,
    response: ServerResponse,
    startedAt: number,
  ): void {
    const route = routePattern(url);
    const status = response.writableFinished ? response.statusCode : CLIENT_GONE;
    this.requests
      .at(METHODS.has(method) ? method : NO_ROUTE, route, status)
      .add((performance.now() - startedAt) / 1_000);
    if (method === 'POST' && TOOL_CALLS.has(route)) this.calls.at(outcomeOf(response, status)).add();
  }
}

function outcomeOf(response: ServerResponse, status: number): string {
  if (status < 400) return 'ok';
  return status === CLIENT_GONE ? 'client_gone' : (problemCodeOf(response) ?? 'other');
}
