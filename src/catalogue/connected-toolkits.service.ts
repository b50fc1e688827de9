import { Inject, Injectable, Logger } from '@nestjs/common';
import { type Cached, FreshCache } from '../cache/fresh-cache.service.js';
import { RecentMap } from '../cache/recent-map.js';
import type { Caller } from '../caller/caller.js';
import { ComposioAccounts } from '../composio/composio.accounts.js';
import { SETTINGS, type Settings } from '../config/settings.js';
import { Problem } from '../errors/problem.js';
import { inTime } from './in-time.js';

/** After a link was made, for as long as Composio honours it, connections are looked up every few seconds. */
const LINK_MS = 10 * 60 * 1_000;
const WITH_LINK_MS = 5_000;
/** How soon to ask again where Composio did not say. */
const UNKNOWN_MS = 10_000;
/** How long the tools wait for the connections once they are there; longer the first time, when clients keep what they get. */
const FIRST_WAIT_MS = 2_500;
const USUAL_WAIT_MS = 300;
const LATE_MS = 1_000;
const MOST_LINKS = 10_000;

/** A user of a credential. */
export interface UserOfKey {
  readonly fingerprint: string;
  readonly userId: string;
}

/** What is known of a user's connections. */
interface Connected {
  readonly toolkits: ReadonlySet<string>;
  readonly freshMs: number;
}

/**
 * The toolkits a user has an active connection for. It decides which tools come first, and which toolkits where nothing narrows
 * the choice, but what may be run does not hang on it: where Composio does not say, or not in time, nobody counts as connected
 * for a moment.
 */
@Injectable()
export class ConnectedToolkits {
  private readonly logger = new Logger(ConnectedToolkits.name);
  private readonly freshMs: number;
  /** Until when a link that was made last is good, by user. */
  private readonly links = new RecentMap<number>(MOST_LINKS);

  constructor(
    @Inject(SETTINGS) settings: Settings,
    private readonly cache: FreshCache,
    private readonly accounts: ComposioAccounts,
  ) {
    this.freshMs = settings.SERVERS_CACHE_TTL_SECONDS * 1_000;
  }

  /** Slugs in lower case. @throws {Problem} `credential_rejected` */
  async of(caller: Caller): Promise<Cached<ReadonlySet<string>>> {
    const { value, freshUntil } = await this.known(caller);
    return { value: value.toolkits, freshUntil };
  }

  /** To be called when a link was made: the user is about to connect something. */
  expectChange(user: UserOfKey): void {
    this.links.set(keyOf(user), performance.now() + LINK_MS);
  }

  private async known(caller: Caller): Promise<Cached<Connected>> {
    const key = keyOf(userOf(caller));
    const fresh = (value: Connected) =>
      Math.min(value.freshMs, this.isChangeExpected(key) ? WITH_LINK_MS : Infinity);
    try {
      return await this.cache.get(key, fresh, () => this.load(caller));
    } catch (error) {
      if (!(error instanceof Problem) || error.code === 'credential_rejected') throw error;
      this.logger.warn('the connections are unknown', { code: error.code });
      const freshMs = error.code === 'credential_scope' ? this.freshMs : UNKNOWN_MS;
      const unknown = { toolkits: new Set<string>(), freshMs };
      await this.cache.put(key, unknown);
      return { value: unknown, freshUntil: performance.now() + freshMs };
    }
  }

  private async load({ credential, userId }: Caller): Promise<Connected> {
    const connections = await this.accounts.listConnections(credential, userId);
    const active = connections.filter(({ status }) => status === 'ACTIVE');
    return {
      toolkits: new Set(active.map(({ toolkit }) => toolkit.slug.toLowerCase())),
      freshMs: this.freshMs,
    };
  }

  private isChangeExpected(key: string): boolean {
    return (this.links.get(key) ?? 0) > performance.now();
  }
}

/** The connections if they come in time beside something else that is waited for, or else nobody's for a moment. */
export async function connectedOrNone(
  connecting: Promise<Cached<ReadonlySet<string>>>,
  other: Promise<unknown>,
  isFirst: boolean,
): Promise<Cached<ReadonlySet<string>>> {
  await Promise.race([connecting, other]);
  return inTime(isFirst ? FIRST_WAIT_MS : USUAL_WAIT_MS, connecting, () => ({
    value: new Set<string>(),
    freshUntil: performance.now() + LATE_MS,
  }));
}

/** Whose connections are a caller's. */
export function userOf({ credential, userId }: Caller): UserOfKey {
  return { fingerprint: credential.fingerprint, userId };
}

function keyOf({ fingerprint, userId }: UserOfKey): string {
  return `${fingerprint}:connections:${userId}`;
}
