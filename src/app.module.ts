import { type DynamicModule, Module } from '@nestjs/common';
import { AllowlistModule } from './allowlist/allowlist.module.js';
import { CacheModule } from './cache/cache.module.js';
import { CallerModule } from './caller/caller.module.js';
import { CatalogueModule } from './catalogue/catalogue.module.js';
import { ComposioModule } from './composio/composio.module.js';
import { ConfigModule } from './config/config.module.js';
import type { Settings } from './config/settings.js';
import { connectAccountMeta } from './connections/connections.meta.js';
import { ConnectionsModule } from './connections/connections.module.js';
import { DocumentModule } from './document/document.module.js';
import { HealthModule } from './health/health.module.js';
import { HttpModule } from './http/http.module.js';
import { MetricsModule } from './metrics/metrics.module.js';
import { ServersModule } from './servers/servers.module.js';
import { ToolkitsModule } from './toolkits/toolkits.module.js';
import { executeToolMeta, searchToolsMeta } from './tools/tools.meta.js';
import { ToolsModule } from './tools/tools.module.js';
import { WorkersModule } from './workers/workers.module.js';

@Module({})
export class AppModule {
  /** The whole server with the given settings. */
  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(settings),
        WorkersModule,
        HttpModule,
        MetricsModule,
        CallerModule,
        AllowlistModule,
        CacheModule,
        ComposioModule,
        CatalogueModule,
        DocumentModule.with([searchToolsMeta, executeToolMeta, connectAccountMeta]),
        ToolsModule,
        ToolkitsModule,
        ServersModule,
        ConnectionsModule,
        HealthModule,
      ],
    };
  }
}
