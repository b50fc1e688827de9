import { Body, Controller, Get, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../caller/caller.js';
import { CallerGuard, CurrentCaller } from '../caller/caller.guard.js';
import { ApiProblems } from '../errors/api-problems.decorator.js';
import { connectAccountMeta } from './connections.meta.js';
import {
  type ConnectAccountBody,
  connectAccountBody,
  type ConnectionList,
  connectionList,
  connectLink,
  type ConnectLinkAnswer,
} from './connections.schemas.js';
import { ConnectionsService } from './connections.service.js';

@Controller('api/connections')
@UseGuards(CallerGuard)
@ApiTags('connections')
@ApiProblems()
export class ConnectionsController {
  constructor(private readonly connections: ConnectionsService) {}

  @Get()
  @ApiOperation({ operationId: 'list_connections', summary: "The user's connected accounts" })
  @ApiOkResponse({ description: 'All of them', standardSchema: connectionList })
  list(@CurrentCaller() caller: Caller): Promise<ConnectionList> {
    return this.connections.list(caller);
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: connectAccountMeta.operationId,
    summary: connectAccountMeta.summary,
    description: connectAccountMeta.description,
  })
  @ApiOkResponse({ description: 'A fresh link', standardSchema: connectLink })
  connect(
    @CurrentCaller() caller: Caller,
    @Body({ schema: connectAccountBody }) { toolkit }: ConnectAccountBody,
  ): Promise<ConnectLinkAnswer> {
    return this.connections.connect(caller, toolkit);
  }
}
