import { Module } from '@nestjs/common';
import { DrainService } from './drain.service.js';
import { HealthController } from './health.controller.js';
import { HealthService } from './health.service.js';
import { ReadinessService } from './readiness.service.js';

@Module({ controllers: [HealthController], providers: [HealthService, ReadinessService, DrainService] })
export class HealthModule {}
