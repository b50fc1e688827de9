import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Query,
  RawBody,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../caller/caller.js';
import { CallerGuard, callerOf, CurrentCaller } from '../caller/caller.guard.js';
import type { ExecutionResult } from '../composio/composio.executor.js';
import { JSON_TYPE, setHeaders } from '../errors/answer-headers.js';
import { ApiProblems } from '../errors/api-problems.decorator.js';
import { CallService } from './call.service.js';
import { resultHeaders } from './result-headers.js';
import { executeToolMeta, searchToolsMeta, toolArguments } from './tools.meta.js';
import {
  type ExecuteToolBody,
  executeToolBody,
  type FoundTools,
  foundTools,
  type ListToolsQuery,
  listToolsQuery,
  type SearchToolsBody,
  searchToolsBody,
  tool,
  toolPage,
  toolResult,
} from './tools.schemas.js';
import { ToolsService } from './tools.service.js';

@Controller('api/tools')
@UseGuards(CallerGuard)
@ApiTags('tools')
@ApiProblems()
export class ToolsController {
  constructor(
    private readonly tools: ToolsService,
    private readonly calls: CallService,
  ) {}

  @Get()
  @Header('content-type', JSON_TYPE)
  @ApiOperation({
    operationId: 'list_tools',
    summary: 'The catalogue the caller may use, the best tools first',
  })
  @ApiOkResponse({ description: 'One page of tools', standardSchema: toolPage })
  list(
    @CurrentCaller() caller: Caller,
    @Query({ schema: listToolsQuery }) query: ListToolsQuery,
  ): Promise<string> {
    return this.tools.list(caller, query);
  }

  @Get(':tool')
  @Header('content-type', JSON_TYPE)
  @ApiOperation({ operationId: 'get_tool', summary: 'One tool with its full schema' })
  @ApiParam({ name: 'tool', example: 'GMAIL_SEND_EMAIL' })
  @ApiOkResponse({ description: 'The tool', standardSchema: tool })
  get(@CurrentCaller() caller: Caller, @Param('tool') name: string): Promise<string> {
    return this.tools.get(caller, name);
  }

  @Post('search')
  @HttpCode(200)
  @ApiOperation(operation(searchToolsMeta))
  @ApiOkResponse({ description: 'The best matches', standardSchema: foundTools })
  search(
    @CurrentCaller() caller: Caller,
    @Body({ schema: searchToolsBody }) body: SearchToolsBody,
  ): Promise<FoundTools> {
    return this.tools.find(caller, body);
  }

  @Post('execute')
  @HttpCode(200)
  @ApiOperation(operation(executeToolMeta))
  @ApiOkResponse({ description: 'What the tool gave back', standardSchema: toolResult })
  async executeByName(
    @CurrentCaller() caller: Caller,
    @Body({ schema: executeToolBody }) { tool }: ExecuteToolBody,
    @RawBody() body: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendResult(reply, await this.calls.callByName(caller, tool, body));
  }

  // The request itself instead of its parts: each decorated parameter costs a turn through the pipes.
  @Post(':tool/execute')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'execute_tool',
    summary: 'Run a tool: the body is its arguments',
    description:
      'Runs at most once. In the tool document this is one operation for each tool, named after it.',
  })
  @ApiParam({ name: 'tool', type: 'string', example: 'GMAIL_SEND_EMAIL' })
  @ApiBody({ required: false, schema: toolArguments })
  @ApiOkResponse({ description: 'What the tool gave back', standardSchema: toolResult })
  async execute(@Req() request: ToolRequest, @Res() reply: FastifyReply): Promise<void> {
    const { params, rawBody: json, body: value } = request;
    sendResult(reply, await this.calls.call(callerOf(request), params.tool, { json, value }));
  }
}

type ToolRequest = FastifyRequest<{ Params: { tool: string } }> & { readonly rawBody?: string };

function operation({ operationId, summary, description }: typeof searchToolsMeta | typeof executeToolMeta) {
  return { operationId, summary, description };
}

function sendResult(reply: FastifyReply, result: ExecutionResult): void {
  setHeaders(reply, resultHeaders(result)).send(result.dataJson);
}
