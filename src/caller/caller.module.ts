import { Global, Module } from '@nestjs/common';
import { CallerGate } from './caller.gate.js';
import { CallerService } from './caller.service.js';

@Global()
@Module({ providers: [CallerService, CallerGate], exports: [CallerService] })
export class CallerModule {}
