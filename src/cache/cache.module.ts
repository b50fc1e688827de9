import { CacheModule as NestCacheModule } from '@nestjs/cache-manager';
import { Global, Module } from '@nestjs/common';
import { FreshCache } from './fresh-cache.service.js';
import { memoryStore } from './memory-store.js';

/** What Composio said, by credential: some 15 toolkits each, for a few thousand credentials. */
const CATALOGUE_ENTRIES = 50_000;

@Global()
@Module({
  // By a factory: a store made here would be one for all servers in the process.
  imports: [
    NestCacheModule.registerAsync({ useFactory: () => ({ stores: [memoryStore(CATALOGUE_ENTRIES)] }) }),
  ],
  providers: [FreshCache],
  exports: [FreshCache],
})
export class CacheModule {}
