import { CacheModule as NestCacheModule } from '@nestjs/cache-manager';
import { Module } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.js';
import { memoryStore } from './memory-store.js';

/** Short, because a change in the catalogue shows only after it; enough for a burst of the same question. */
const LONGEST_MS = 5_000;
/** Few, because a list of all toolkits is half a megabyte. */
const ANSWERS = 64;

/** The store behind `AnswerCacheInterceptor`, for the modules whose routes use it. */
@Module({
  imports: [
    NestCacheModule.registerAsync({
      inject: [SETTINGS],
      useFactory: (settings: Settings) => ({
        ttl: Math.min(LONGEST_MS, settings.SERVERS_CACHE_TTL_SECONDS * 1_000),
        stores: [memoryStore(ANSWERS)],
      }),
    }),
  ],
  exports: [NestCacheModule],
})
export class AnswerCacheModule {}
