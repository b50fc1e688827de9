import { Controller, Get, Param, UseGuards, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { AnswerCacheInterceptor } from '../cache/answer-cache.interceptor.js';
import type { Caller } from '../caller/caller.js';
import { CallerGuard, CurrentCaller } from '../caller/caller.guard.js';
import { ApiProblems } from '../errors/api-problems.decorator.js';
import { type Toolkit, toolkit, type ToolkitList, toolkitList } from './toolkits.schemas.js';
import { ToolkitsService } from './toolkits.service.js';

@Controller('api/toolkits')
@UseGuards(CallerGuard)
@UseInterceptors(AnswerCacheInterceptor)
@ApiTags('toolkits')
@ApiProblems()
export class ToolkitsController {
  constructor(private readonly toolkits: ToolkitsService) {}

  @Get()
  @ApiOperation({ operationId: 'list_toolkits', summary: 'The toolkits the caller may use' })
  @ApiOkResponse({ description: 'All of them', standardSchema: toolkitList })
  list(@CurrentCaller() caller: Caller): Promise<ToolkitList> {
    return this.toolkits.list(caller);
  }

  @Get(':toolkit')
  @ApiOperation({ operationId: 'get_toolkit', summary: 'One toolkit' })
  @ApiParam({ name: 'toolkit', example: 'github' })
  @ApiOkResponse({ description: 'The toolkit', standardSchema: toolkit })
  get(@CurrentCaller() caller: Caller, @Param('toolkit') slug: string): Promise<Toolkit> {
    return this.toolkits.get(caller, slug);
  }
}
