import { Module } from '@nestjs/common';
import { AnswerCacheModule } from '../cache/answer-cache.module.js';
import { ServersController } from './servers.controller.js';
import { ServersService } from './servers.service.js';

@Module({ imports: [AnswerCacheModule], controllers: [ServersController], providers: [ServersService] })
export class ServersModule {}
