import { Module } from '@nestjs/common';
import { CallService } from './call.service.js';
import { CallShortcut } from './call.shortcut.js';
import { ToolsController } from './tools.controller.js';
import { ToolsService } from './tools.service.js';

@Module({ controllers: [ToolsController], providers: [ToolsService, CallService, CallShortcut] })
export class ToolsModule {}
