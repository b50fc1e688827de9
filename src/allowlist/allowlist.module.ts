import { Global, Module } from '@nestjs/common';
import { AllowlistService } from './allowlist.service.js';

@Global()
@Module({ providers: [AllowlistService], exports: [AllowlistService] })
export class AllowlistModule {}
