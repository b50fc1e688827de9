import { Global, Module } from '@nestjs/common';
import { Shortcuts } from './shortcuts.service.js';

@Global()
@Module({ providers: [Shortcuts], exports: [Shortcuts] })
export class HttpModule {}
