import { Controller, Get, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../caller/caller.js';
import { CallerGuard, CredentialOptional, CurrentCaller } from '../caller/caller.guard.js';
import { scopePrefixOf } from '../caller/scope-prefix.js';
import { documentQuery, type DocumentQuery } from './document.schemas.js';
import { DocumentService } from './document.service.js';
import { preferredEncoding } from './encoded-document.js';

@Controller()
@UseGuards(CallerGuard)
export class DocumentController {
  constructor(private readonly documents: DocumentService) {}

  @Get('openapi.json')
  @CredentialOptional(true)
  @ApiExcludeEndpoint()
  async toolDocument(
    @CurrentCaller() caller: Caller | undefined,
    @Query({ schema: documentQuery }) query: DocumentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const document = await this.documents.document({ caller, query, prefix: scopePrefixOf(request.raw) });
    const encoding = preferredEncoding(request.headers['accept-encoding']);
    reply
      .header('etag', document.etag(encoding))
      .header('cache-control', 'private, no-cache')
      .header('vary', 'Authorization, X-Api-Key, Accept-Encoding');
    if (document.isNamedBy(request.headers['if-none-match'])) return void reply.status(304).send();
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    reply.header('content-type', 'application/json; charset=utf-8').send(await document.bytes(encoding));
  }
}
