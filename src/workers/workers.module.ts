import { Global, Module } from '@nestjs/common';
import { PeersService } from './peers.service.js';

@Global()
@Module({ providers: [PeersService], exports: [PeersService] })
export class WorkersModule {}
