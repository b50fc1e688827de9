import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Caller } from '../caller/caller.js';
import { CallerService } from '../caller/caller.service.js';
import { splitScope } from '../caller/scope.js';
import { endWithProblem } from '../errors/problem-answer.js';
import { toProblem } from '../errors/problem.filter.js';
import { privateHeaders, requestIdOf } from '../errors/answer-headers.js';
import { parseJsonBody } from '../http/json-body.js';
import { Shortcuts } from '../http/shortcuts.service.js';
import { CallService } from './call.service.js';
import { resultHeaders } from './result-headers.js';

const EXECUTE = /^\/api\/tools\/(\w{1,128})\/execute$/;
/** A larger body costs more than the way it takes. */
const MOST_BYTES = 100_000;

/** Runs a tool before the framework sees the request, which makes each call 1.1 to 1.3 times as dear (bench: callThroughController). */
@Injectable()
export class CallShortcut implements OnModuleInit {
  constructor(
    private readonly shortcuts: Shortcuts,
    private readonly callers: CallerService,
    private readonly calls: CallService,
  ) {}

  onModuleInit(): void {
    this.shortcuts.add((request, response) => this.isAnswered(request, response));
  }

  private isAnswered(request: IncomingMessage, response: ServerResponse): boolean {
    const { method, headers } = request;
    if (method !== 'POST' || !isPlain(headers)) return false;
    const { url, scope } = splitScope(request.url ?? '');
    const tool = EXECUTE.exec(url)?.[1];
    if (tool === undefined) return false;
    const caller = this.callerOf(headers, scope);
    if (!caller) return false;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.once('end', () => {
      const [first] = chunks;
      const body = first && chunks.length === 1 ? first : Buffer.concat(chunks);
      void this.run(caller, tool, request, body, response);
    });
    return true;
  }

  private async run(
    caller: Caller,
    tool: string,
    request: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
  ): Promise<void> {
    const requestId = requestIdOf(request);
    try {
      const result = await this.calls.call(caller, tool, parseJsonBody(body, request.headers));
      response.writeHead(200, [
        ...privateHeaders(requestId),
        ...resultHeaders(result),
        'content-length',
        String(Buffer.byteLength(result.dataJson)),
      ]);
      response.end(result.dataJson);
    } catch (error) {
      endWithProblem(toProblem(error, requestId), requestId, response);
    }
  }

  private callerOf(headers: IncomingHttpHeaders, scope: Caller['scope']): Caller | undefined {
    try {
      return this.callers.identify(headers, scope);
    } catch {
      // The guard says what is wrong.
      return undefined;
    }
  }
}

/** Whether a body is nothing, or a little JSON. */
function isPlain(headers: IncomingHttpHeaders): boolean {
  const { 'content-type': type, 'content-length': length = 0 } = headers;
  if (headers['transfer-encoding'] !== undefined || headers['content-encoding'] !== undefined) return false;
  return (type === undefined || type === 'application/json') && Number(length) <= MOST_BYTES;
}
