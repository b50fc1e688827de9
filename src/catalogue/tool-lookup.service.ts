import { Injectable } from '@nestjs/common';
import { admits } from '../allowlist/tool-filter.js';
import type { Caller } from '../caller/caller.js';
import { Problem } from '../errors/problem.js';
import { shorten } from '../schema/describe-schema.js';
import { CatalogueService } from './catalogue.service.js';
import { CatalogueSource } from './catalogue.source.js';
import { nearestNames } from './nearest-names.js';
import type { Tool } from './tool.js';

/** Finds single tools by their names. */
@Injectable()
export class ToolLookup {
  constructor(
    private readonly source: CatalogueSource,
    private readonly catalogue: CatalogueService,
  ) {}

  /**
   * A tool that the caller may run, by its slug or its name in the tool document, in any case.
   * @throws {Problem} `tool_not_found` with the nearest names, or `tool_not_allowed`
   */
  async find(caller: Caller, given: string): Promise<Tool> {
    const name = given.trim();
    const known = this.catalogue.inMemory(caller)?.set.find(name);
    if (known) return known;
    const tool = await this.named(caller, name);
    if (!tool) throw await this.notFound(caller, given);
    const { value: filter } = await this.catalogue.filterFor(caller, caller.scope);
    if (admits(filter, tool)) return tool;
    throw new Problem('tool_not_allowed', `${tool.slug} is not among the tools allowed here.`, {
      fix: 'Use another tool, or ask the operator of this server to allow it.',
    });
  }

  /** The tool of that name, allowed or not: in upper case as Composio's are, as it is spelled, or as the tool document shortens it. */
  private async named(caller: Caller, name: string): Promise<Tool | undefined> {
    if (!/^\w{1,128}$/.test(name)) return undefined;
    for (const spelling of new Set([name.toUpperCase(), name])) {
      const [found] = await this.source.tools(caller.credential, [spelling]);
      if (found?.value) return found.value;
    }
    return (await this.catalogue.list(caller)).set.find(name);
  }

  private async notFound(caller: Caller, name: string): Promise<Problem> {
    const { set } = await this.catalogue.list(caller);
    const offered = set.tools.filter(({ deprecated }) => !deprecated).map(({ slug }) => slug);
    const nearest = nearestNames(name, offered, 3);
    const hint =
      nearest.length > 0 ? { fix: `Did you mean ${nearest.join(', ')}?`, members: { nearest } } : {};
    return new Problem('tool_not_found', `There is no tool ${shorten(name, 128)}.`, hint);
  }
}
