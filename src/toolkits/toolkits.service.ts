import { Injectable } from '@nestjs/common';
import type { Caller } from '../caller/caller.js';
import { CatalogueSource } from '../catalogue/catalogue.source.js';
import { ConnectedToolkits } from '../catalogue/connected-toolkits.service.js';
import { ToolkitAccess } from '../catalogue/toolkit-access.service.js';
import type { WireToolkit } from '../composio/wire-types.js';
import type { Toolkit, ToolkitList } from './toolkits.schemas.js';

/** Shows the toolkits a caller may use. */
@Injectable()
export class ToolkitsService {
  constructor(
    private readonly source: CatalogueSource,
    private readonly access: ToolkitAccess,
    private readonly connectedToolkits: ConnectedToolkits,
  ) {}

  /** @throws {Problem} */
  async list(caller: Caller): Promise<ToolkitList> {
    const [toolkits, connected, isAllowed] = await Promise.all([
      this.source.toolkits(caller.credential),
      this.connectedToolkits.of(caller),
      this.access.of(caller),
    ]);
    const items = toolkits.value
      .filter(({ slug }) => isAllowed(slug))
      .map((wire) => toToolkit(wire, connected.value.has(wire.slug.toLowerCase())));
    return { items, total_items: items.length };
  }

  /** @throws {Problem} `not_found`, or `tool_not_allowed` */
  async get(caller: Caller, slug: string): Promise<Toolkit> {
    const wire = await this.access.find(caller, slug);
    const connected = await this.connectedToolkits.of(caller);
    return toToolkit(wire, connected.value.has(wire.slug.toLowerCase()));
  }
}

function toToolkit({ slug, name, no_auth, meta }: WireToolkit, connected: boolean): Toolkit {
  return {
    slug,
    name: name || slug,
    description: meta.description,
    logo: meta.logo,
    categories: meta.categories.map((category) => category.name).filter(Boolean),
    tools_count: meta.tools_count,
    no_auth,
    connected,
  };
}
