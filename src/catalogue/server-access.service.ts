import { Injectable } from '@nestjs/common';
import { AllowlistService } from '../allowlist/allowlist.service.js';
import type { ServerContents } from '../allowlist/tool-filter.js';
import type { Cached } from '../cache/fresh-cache.service.js';
import type { Caller } from '../caller/caller.js';
import { narrow, type Scope } from '../caller/scope.js';
import type { WireServer } from '../composio/wire-types.js';
import { Problem } from '../errors/problem.js';
import { shorten } from '../schema/describe-schema.js';
import { CatalogueSource } from './catalogue.source.js';

/** Knows which MCP servers a caller may see, and what is in them. */
@Injectable()
export class ServerAccess {
  constructor(
    private readonly source: CatalogueSource,
    private readonly allowlist: AllowlistService,
  ) {}

  /** The servers that allowlist and scope let through: of their names, and with some toolkit of theirs. @throws {Problem} */
  async list(caller: Caller): Promise<WireServer[]> {
    const { value: servers } = await this.source.servers(caller.credential);
    const groups = this.groupsOf(caller.scope);
    const { toolkits } = narrow({ toolkits: this.allowlist.current.toolkits }, caller.scope);
    const isWithin = (slug: string) => toolkits?.has(slug.toLowerCase()) ?? true;
    return servers.filter(
      (server) => groups.every((names) => isNamed(server, names)) && server.toolkits.some(isWithin),
    );
  }

  /** A server by id or name, in any case. @throws {Problem} `not_found`, or `tool_not_allowed` */
  async find(caller: Caller, name: string): Promise<WireServer> {
    const names = new Set([name.trim().toLowerCase()]);
    const { value: servers } = await this.source.servers(caller.credential);
    if (!servers.some((server) => isNamed(server, names))) throw noSuchServer(name);
    const found = (await this.list(caller)).find((server) => isNamed(server, names));
    if (found) return found;
    throw new Problem('tool_not_allowed', `The MCP server ${shorten(name, 100)} is not allowed here.`);
  }

  /**
   * What is in the servers that allowlist and scope name, a group for each list of names; undefined where none names any.
   * @throws {Problem} `not_found` where the scope names only servers that Composio does not have
   */
  async contents(caller: Caller, scope: Scope): Promise<Cached<ServerContents[][]> | undefined> {
    const groups = this.groupsOf(scope);
    if (groups.length === 0) return undefined;
    const { value: servers, freshUntil } = await this.source.servers(caller.credential);
    const missing = scope.servers?.find((names) => !servers.some((server) => isNamed(server, names)));
    if (missing) throw noSuchServer([...missing].join(' or '));
    const value = groups.map((names) => servers.filter((server) => isNamed(server, names)).map(contentsOf));
    return { value, freshUntil };
  }

  private groupsOf(scope: Scope): readonly ReadonlySet<string>[] {
    const { servers } = this.allowlist.current;
    return [...(scope.servers ?? []), ...(servers ? [servers] : [])];
  }
}

function noSuchServer(name: string): Problem {
  return new Problem('not_found', `Composio has no MCP server ${shorten(name, 100)}.`, {
    fix: 'GET /api/servers lists the servers there are.',
  });
}

function isNamed(server: WireServer, names: ReadonlySet<string>): boolean {
  return names.has(server.id.toLowerCase()) || names.has(server.name.toLowerCase());
}

function contentsOf(server: WireServer): ServerContents {
  const tools = server.allowed_tools;
  return {
    toolkits: new Set(server.toolkits.map((slug) => slug.toLowerCase())),
    tools: tools.length === 0 ? undefined : new Set(tools.map((slug) => slug.toUpperCase())),
  };
}
