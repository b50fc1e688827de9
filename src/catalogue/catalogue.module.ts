import { Global, Module } from '@nestjs/common';
import { CatalogueSearch } from './catalogue.search.js';
import { CatalogueService } from './catalogue.service.js';
import { CatalogueSource } from './catalogue.source.js';
import { ConnectedToolkits } from './connected-toolkits.js';
import { ConnectLinks } from './connect-links.js';
import { ServerAccess } from './server-access.js';
import { ToolkitAccess } from './toolkit-access.js';
import { WarmUp } from './warm-up.js';

const providers = [
  CatalogueSource,
  CatalogueService,
  CatalogueSearch,
  ServerAccess,
  ToolkitAccess,
  ConnectedToolkits,
  ConnectLinks,
  WarmUp,
];

@Global()
@Module({ providers, exports: providers })
export class CatalogueModule {}
