import { Controller, Get, Param, UseGuards, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { AnswerCacheInterceptor } from '../cache/answer-cache.interceptor.js';
import type { Caller } from '../caller/caller.js';
import { CallerGuard, CurrentCaller } from '../caller/caller.guard.js';
import { ApiProblems } from '../errors/api-problems.decorator.js';
import { type Server, server, type ServerList, serverList } from './servers.schemas.js';
import { ServersService } from './servers.service.js';

@Controller('api/servers')
@UseGuards(CallerGuard)
@UseInterceptors(AnswerCacheInterceptor)
@ApiTags('servers')
@ApiProblems()
export class ServersController {
  constructor(private readonly servers: ServersService) {}

  @Get()
  @ApiOperation({ operationId: 'list_servers', summary: 'The MCP servers the caller may use' })
  @ApiOkResponse({ description: 'All of them', standardSchema: serverList })
  list(@CurrentCaller() caller: Caller): Promise<ServerList> {
    return this.servers.list(caller);
  }

  @Get(':server')
  @ApiOperation({ operationId: 'get_server', summary: 'One MCP server, by id or name' })
  @ApiParam({ name: 'server' })
  @ApiOkResponse({ description: 'The server', standardSchema: server })
  get(@CurrentCaller() caller: Caller, @Param('server') name: string): Promise<Server> {
    return this.servers.get(caller, name);
  }
}
