import { Global, Module } from '@nestjs/common';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.service.js';
import { ProcessMetrics } from './process.metrics.js';
import { RequestWatch } from './request.watch.js';

@Global()
@Module({
  controllers: [MetricsController],
  providers: [Metrics, ProcessMetrics, RequestWatch],
  exports: [Metrics],
})
export class MetricsModule {}
