import { Global, Module } from '@nestjs/common';
import { ComposioAccounts } from './composio.accounts.js';
import { ComposioClient } from './composio.client.js';
import { ComposioExecutor } from './composio.executor.js';
import { composioHttpProvider, fairShareProvider, keepAliveAgentsProvider } from './composio.http.js';
import { ComposioMetrics } from './composio.metrics.js';
import { ComposioProbe } from './composio.probe.js';
import { ComposioTransport } from './composio.transport.js';

@Global()
@Module({
  providers: [
    keepAliveAgentsProvider,
    fairShareProvider,
    composioHttpProvider,
    ComposioMetrics,
    ComposioTransport,
    ComposioClient,
    ComposioAccounts,
    ComposioExecutor,
    ComposioProbe,
  ],
  exports: [ComposioClient, ComposioAccounts, ComposioExecutor, ComposioProbe],
})
export class ComposioModule {}
