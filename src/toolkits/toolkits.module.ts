import { Module } from '@nestjs/common';
import { AnswerCacheModule } from '../cache/answer-cache.module.js';
import { ToolkitsController } from './toolkits.controller.js';
import { ToolkitsService } from './toolkits.service.js';

@Module({ imports: [AnswerCacheModule], controllers: [ToolkitsController], providers: [ToolkitsService] })
export class ToolkitsModule {}
