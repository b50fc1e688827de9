import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CallerService } from '../caller/caller.service.js';
import { commonHeaders, requestIdOf } from '../errors/answer-headers.js';
import { Shortcuts } from '../http/shortcuts.service.js';
import { answerOf } from './document-answer.js';
import { ReadyDocuments } from './ready-documents.service.js';

/**
 * Answers a request for a document that is in memory before the framework sees it. Open WebUI without Redis asks for every chat
 * message, and the framework makes each of them 2.1 times as dear (bench: throughController).
 */
@Injectable()
export class DocumentShortcut implements OnModuleInit {
  constructor(
    private readonly shortcuts: Shortcuts,
    private readonly callers: CallerService,
    private readonly ready: ReadyDocuments,
  ) {}

  onModuleInit(): void {
    this.shortcuts.add((request, response) => this.isAnswered(request, response));
  }

  private isAnswered(request: IncomingMessage, response: ServerResponse): boolean {
    const { method, url = '' } = request;
    if (method !== 'GET' || !url.includes('/openapi.json')) return false;
    const document = this.find(request.headers, url);
    const answer = document && answerOf(document, request.headers);
    if (!answer || (answer.bytes && !Buffer.isBuffer(answer.bytes))) return false;
    const headers = [...commonHeaders(requestIdOf(request)), ...answer.headers];
    if (answer.bytes) headers.push('content-length', String(answer.bytes.length));
    response.writeHead(answer.status, headers);
    response.end(answer.bytes);
    return true;
  }

  private find(headers: IncomingHttpHeaders, url: string) {
    try {
      return this.ready.find(this.callers.identify(headers, {}), url);
    } catch {
      // The guard says what is wrong.
      return undefined;
    }
  }
}
