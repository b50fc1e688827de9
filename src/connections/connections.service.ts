import { Injectable } from '@nestjs/common';
import type { Caller } from '../caller/caller.js';
import { ConnectLinks } from '../catalogue/connect-links.service.js';
import { ToolkitAccess } from '../catalogue/toolkit-access.service.js';
import { ComposioAccounts } from '../composio/composio.accounts.js';
import { Problem } from '../errors/problem.js';
import type { ConnectionList, ConnectLinkAnswer } from './connections.schemas.js';

/** Shows a user's connected accounts, and makes links to connect more. */
@Injectable()
export class ConnectionsService {
  constructor(
    private readonly accounts: ComposioAccounts,
    private readonly access: ToolkitAccess,
    private readonly links: ConnectLinks,
  ) {}

  /** @throws {Problem} */
  async list(caller: Caller): Promise<ConnectionList> {
    const [connections, isAllowed] = await Promise.all([
      this.accounts.listConnections(caller.credential, caller.userId),
      this.access.of(caller),
    ]);
    const items = connections
      .map(({ toolkit, ...connection }) => ({ ...connection, toolkit: toolkit.slug }))
      .filter(({ toolkit }) => isAllowed(toolkit));
    return { items, total_items: items.length };
  }

  /** @throws {Problem} `not_found`, `tool_not_allowed`, or `request_invalid` where there is nothing to connect */
  async connect(caller: Caller, name: string): Promise<ConnectLinkAnswer> {
    const { slug, no_auth: needsNone } = await this.access.find(caller, name);
    if (needsNone) {
      throw new Problem('request_invalid', `${slug} needs no account: its tools run at once.`);
    }
    const link = await this.links.create(caller, slug);
    return {
      toolkit: slug,
      connect_url: link.url,
      expires_at: link.expiresAt ?? null,
      connection_id: link.connectionId ?? null,
      hint: 'Ask the user to open connect_url and connect the account. After that the tools work at once.',
    };
  }
}
