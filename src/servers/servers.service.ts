import { Injectable } from '@nestjs/common';
import type { Caller } from '../caller/caller.js';
import { ServerAccess } from '../catalogue/server-access.service.js';
import type { WireServer } from '../composio/wire-types.js';
import type { Server, ServerList } from './servers.schemas.js';

/** Shows the MCP servers a caller may use. */
@Injectable()
export class ServersService {
  constructor(private readonly access: ServerAccess) {}

  /** @throws {Problem} */
  async list(caller: Caller): Promise<ServerList> {
    const items = (await this.access.list(caller)).map(toServer);
    return { items, total_items: items.length };
  }

  /** By id or name. @throws {Problem} `not_found`, or `tool_not_allowed` */
  async get(caller: Caller, name: string): Promise<Server> {
    return toServer(await this.access.find(caller, name));
  }
}

function toServer(wire: WireServer): Server {
  return { ...wire, name: wire.name || wire.id, allowed_tools: wire.allowed_tools.filter(Boolean) };
}
