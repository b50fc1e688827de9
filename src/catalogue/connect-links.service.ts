import { Injectable } from '@nestjs/common';
import type { Caller } from '../caller/caller.js';
import { ComposioAccounts, type ConnectLink } from '../composio/composio.accounts.js';
import { CatalogueService } from './catalogue.service.js';
import { PeersService } from '../workers/peers.service.js';
import { ConnectedToolkits, type UserOfKey, userOf } from './connected-toolkits.service.js';

/** Makes links at which a user connects an account. */
@Injectable()
export class ConnectLinks {
  constructor(
    private readonly accounts: ComposioAccounts,
    private readonly connected: ConnectedToolkits,
    private readonly catalogue: CatalogueService,
    private readonly peers: PeersService,
  ) {
    peers.onTold((user) => this.expectChange(JSON.parse(user) as UserOfKey));
  }

  /** A fresh link. What is known of the user's connections is looked up again soon: they are about to change. @throws {Problem} */
  async create(caller: Caller, toolkit: string): Promise<ConnectLink> {
    const link = await this.accounts.createLink(caller.credential, caller.userId, toolkit);
    const user = userOf(caller);
    this.expectChange(user);
    this.peers.tell(JSON.stringify(user));
    return link;
  }

  private expectChange(user: UserOfKey): void {
    this.connected.expectChange(user);
    this.catalogue.expire(user);
  }
}
