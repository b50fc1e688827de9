import { Controller, Get, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../caller/caller.js';
import { CallerGuard, CredentialOptional, CurrentCaller } from '../caller/caller.guard.js';
import { scopePrefixOf } from '../caller/scope-prefix.js';
import { setHeaders } from '../errors/answer-headers.js';
import { documentQuery, type DocumentQuery } from './document.schemas.js';
import { DocumentService } from './document.service.js';
import { answerOf } from './document-answer.js';
import { ReadyDocuments } from './ready-documents.service.js';

@Controller()
@UseGuards(CallerGuard)
export class DocumentController {
  constructor(
    private readonly documents: DocumentService,
    private readonly ready: ReadyDocuments,
  ) {}

  @Get('openapi.json')
  @CredentialOptional(true)
  @ApiExcludeEndpoint()
  async toolDocument(
    @CurrentCaller() caller: Caller | undefined,
    @Query({ schema: documentQuery }) query: DocumentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const ready = await this.documents.document({ caller, query, prefix: scopePrefixOf(request.raw) });
    this.ready.keep(caller, request.originalUrl, ready);
    const { status, headers, bytes } = answerOf(ready.document, request.headers);
    setHeaders(reply.status(status), headers).send(await bytes);
  }
}
