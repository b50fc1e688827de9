import { Global, Module } from '@nestjs/common';
import { ComposioAccounts } from './composio.accounts.js';
import { ComposioClient } from './composio.client.js';
import { ComposioExecutor } from './composio.executor.js';
import { composioHttpProvider, keepAliveAgentsProvider } from './composio.http.js';
import { ComposioTransport } from './composio.transport.js';

@Global()
@Module({
  providers: [
    keepAliveAgentsProvider,
    composioHttpProvider,
    ComposioTransport,
    ComposioClient,
    ComposioAccounts,
    ComposioExecutor,
  ],
  exports: [ComposioTransport, ComposioClient, ComposioAccounts, ComposioExecutor],
})
export class ComposioModule {}
