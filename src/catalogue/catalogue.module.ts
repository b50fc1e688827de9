import { Global, Module } from '@nestjs/common';
import { CatalogueSearch } from './catalogue.search.js';
import { CatalogueService } from './catalogue.service.js';
import { CatalogueSource } from './catalogue.source.js';

@Global()
@Module({
  providers: [CatalogueSource, CatalogueService, CatalogueSearch],
  exports: [CatalogueSource, CatalogueService, CatalogueSearch],
})
export class CatalogueModule {}
