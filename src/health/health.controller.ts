import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Health, health, type Liveness, liveness, type Readiness, readiness } from './health.schemas.js';
import { HealthService } from './health.service.js';
import { ReadinessService } from './readiness.service.js';

@Controller('health')
@ApiTags('health')
export class HealthController {
  constructor(
    private readonly healthService: HealthService,
    private readonly readinessService: ReadinessService,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'get_health', summary: 'How the server is', security: [] })
  @ApiOkResponse({ description: 'The state', standardSchema: health })
  state(): Promise<Health> {
    return this.healthService.state();
  }

  @Get('live')
  @ApiOperation({ operationId: 'get_liveness', summary: 'The process is up', security: [] })
  @ApiOkResponse({ description: 'It is', standardSchema: liveness })
  live(): Liveness {
    return { status: 'alive' };
  }

  @Get('ready')
  @ApiOperation({ operationId: 'get_readiness', summary: 'The server is ready for traffic', security: [] })
  @ApiOkResponse({ description: 'It is', standardSchema: readiness })
  @ApiResponse({ status: 503, description: 'It is not', standardSchema: readiness })
  ready(@Res({ passthrough: true }) reply: FastifyReply): Readiness {
    const status = this.readinessService.state;
    reply.status(status === 'ready' ? 200 : 503);
    return { status };
  }
}
