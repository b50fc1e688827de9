import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Metrics } from './metrics.service.js';

@Controller('metrics')
@ApiTags('health')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  @ApiOperation({
    operationId: 'get_metrics',
    summary: 'What the server counts, for Prometheus',
    security: [],
  })
  @ApiProduces('text/plain')
  @ApiOkResponse({ description: 'All workers together', schema: { type: 'string' } })
  async scrape(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { type, text } = await this.metrics.scrape();
    reply.header('content-type', type);
    return text;
  }
}
