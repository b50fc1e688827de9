import { randomBytes } from 'node:crypto';
import type { ConnectedAccount } from './project.js';

/** A link that lets a user confirm a connection in the browser. */
export interface ConnectLink {
  readonly token: string;
  readonly account: ConnectedAccount;
  readonly callbackUrl: string | undefined;
  readonly expiresAt: Date;
  used: boolean;
}

/** A redirect stays valid for ten minutes (Composio's reference of POST /connected_accounts/link). */
const LIFETIME_MS = 600_000;
const FORGET_AFTER_MS = 3_600_000;

/** The links that were made, by token. The token is all a browser has to show, so it cannot be guessed. */
export class ConnectLinks {
  private readonly byToken = new Map<string, ConnectLink>();

  create(account: ConnectedAccount, callbackUrl: string | undefined, now: Date): ConnectLink {
    this.forget(now);
    const link = {
      token: randomBytes(24).toString('base64url'),
      account,
      callbackUrl,
      used: false,
      expiresAt: new Date(now.getTime() + LIFETIME_MS),
    };
    this.byToken.set(link.token, link);
    return link;
  }

  find(token: string): ConnectLink | undefined {
    return this.byToken.get(token);
  }

  private forget(now: Date): void {
    for (const link of this.byToken.values()) {
      if (link.expiresAt.getTime() + FORGET_AFTER_MS < now.getTime()) this.byToken.delete(link.token);
    }
  }
}
