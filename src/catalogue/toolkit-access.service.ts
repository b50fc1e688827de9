import { Injectable } from '@nestjs/common';
import type { ToolFilter } from '../allowlist/tool-filter.js';
import type { Caller } from '../caller/caller.js';
import { shorten } from '../schema/describe-schema.js';
import type { WireToolkit } from '../composio/wire-types.js';
import { Problem } from '../errors/problem.js';
import { CatalogueService } from './catalogue.service.js';
import { CatalogueSource } from './catalogue.source.js';

/** Knows which toolkits a caller may see. */
@Injectable()
export class ToolkitAccess {
  constructor(
    private readonly source: CatalogueSource,
    private readonly catalogue: CatalogueService,
  ) {}

  /** Tells by a toolkit's slug, in any case, whether the caller may see it. @throws {Problem} */
  async of(caller: Caller): Promise<(slug: string) => boolean> {
    const { value: filter } = await this.catalogue.filterFor(caller, caller.scope);
    // Where single tools are allowed, their toolkits are known from the tools alone.
    const named = filter.tools
      ? new Set((await this.catalogue.list(caller)).set.tools.map((tool) => tool.toolkit))
      : undefined;
    return (slug) => admitsToolkit(filter, slug.toLowerCase()) && (named?.has(slug.toLowerCase()) ?? true);
  }

  /** A toolkit that the caller may see. @throws {Problem} `not_found`, or `tool_not_allowed` */
  async find(caller: Caller, name: string): Promise<WireToolkit> {
    const slug = name.trim().toLowerCase();
    const [{ value: toolkits }, isAllowed] = await Promise.all([
      this.source.toolkits(caller.credential),
      this.of(caller),
    ]);
    const found = toolkits.find((toolkit) => toolkit.slug.toLowerCase() === slug);
    if (!found) {
      throw new Problem('not_found', `Composio has no toolkit ${shorten(name, 100)}.`, {
        fix: 'GET /api/toolkits lists the toolkits there are.',
      });
    }
    if (isAllowed(slug)) return found;
    throw new Problem('tool_not_allowed', `The toolkit ${found.slug} is not allowed here.`);
  }
}

function admitsToolkit(filter: ToolFilter, slug: string): boolean {
  return (
    (filter.toolkits?.has(slug) ?? true) &&
    (filter.servers ?? []).every((group) => group.some((server) => server.toolkits.has(slug)))
  );
}
