import { Injectable } from '@nestjs/common';
import type { Caller } from '../caller/caller.js';
import { ComposioAccounts, type ConnectLink } from '../composio/composio.accounts.js';
import { CatalogueSource } from './catalogue.source.js';

/** Makes links at which a user connects an account. */
@Injectable()
export class ConnectLinks {
  constructor(
    private readonly accounts: ComposioAccounts,
    private readonly source: CatalogueSource,
  ) {}

  /** A fresh link. What is known of the user's connections is looked up again soon: they are about to change. @throws {Problem} */
  async create({ credential, userId }: Caller, toolkit: string): Promise<ConnectLink> {
    const link = await this.accounts.createLink(credential, userId, toolkit);
    await this.source.expireConnections(credential, userId);
    return link;
  }
}
