import { type DynamicModule, Module } from '@nestjs/common';
import { DocumentController } from './document.controller.js';
import { DocumentService } from './document.service.js';
import { DocumentShortcut } from './document.shortcut.js';
import { META_TOOLS, type MetaTool } from './meta-tool.js';
import { ReadyDocuments } from './ready-documents.service.js';

@Module({ controllers: [DocumentController], providers: [DocumentService, DocumentShortcut, ReadyDocuments] })
export class DocumentModule {
  /** @param metaTools the operations that are offered where not all tools fit */
  static with(metaTools: readonly MetaTool[]): DynamicModule {
    return { module: DocumentModule, providers: [{ provide: META_TOOLS, useValue: metaTools }] };
  }
}
