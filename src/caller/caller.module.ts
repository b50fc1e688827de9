import { Global, Module } from '@nestjs/common';
import { CallerService } from './caller.service.js';

@Global()
@Module({ providers: [CallerService], exports: [CallerService] })
export class CallerModule {}
