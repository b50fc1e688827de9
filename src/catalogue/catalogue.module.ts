import { Global, Module } from '@nestjs/common';
import { CatalogueSearch } from './catalogue.search.js';
import { CatalogueService } from './catalogue.service.js';
import { CatalogueSource } from './catalogue.source.js';
import { ConnectedToolkits } from './connected-toolkits.service.js';
import { ConnectLinks } from './connect-links.service.js';
import { ServerAccess } from './server-access.service.js';
import { ToolLookup } from './tool-lookup.service.js';
import { ToolkitAccess } from './toolkit-access.service.js';
import { WarmUp } from './warm-up.service.js';

const providers = [
  CatalogueSource,
  CatalogueService,
  CatalogueSearch,
  ServerAccess,
  ToolkitAccess,
  ToolLookup,
  ConnectedToolkits,
  ConnectLinks,
  WarmUp,
];

@Global()
@Module({ providers, exports: providers })
export class CatalogueModule {}
