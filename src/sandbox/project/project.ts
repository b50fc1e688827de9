import type { App, Toolkit } from '../definition/toolkit.js';
import { findToolkit, TOOLKITS } from '../toolkits/catalogue.js';

export type AuthScheme = 'OAUTH2' | 'API_KEY';

/** How users of the project connect to a toolkit: with Composio's credentials (managed) or the project's own. */
export interface AuthConfig {
  readonly id: string;
  readonly uuid: string;
  readonly toolkit: string;
  readonly name: string;
  readonly scheme: AuthScheme;
  readonly managed: boolean;
  readonly createdAt: Date;
}

export type AccountStatus = 'INITIATED' | 'ACTIVE' | 'EXPIRED';

/** A user's connection to a toolkit. */
export interface ConnectedAccount {
  readonly id: string;
  readonly toolkit: string;
  readonly authConfig: AuthConfig;
  readonly userId: string;
  readonly alias: string | null;
  readonly createdAt: Date;
  status: AccountStatus;
  statusReason: string | null;
  updatedAt: Date;
}

/** The user that Composio falls back to when a call names none. */
export const DEFAULT_USER = 'default';

const MONTH_MS = 30 * 86_400_000;

/** What one API key sees: its auth configs, its users with their accounts, and what their apps hold. */
export class Project {
  readonly authConfigs: AuthConfig[] = [];
  readonly accounts: ConnectedAccount[] = [];
  /** The auth configs that were there from the start: every user comes with an account of each. */
  private readonly original: readonly AuthConfig[];
  private readonly apps = new Map<string, Map<string, App>>();

  constructor(now: Date) {
    const before = new Date(now.getTime() - MONTH_MS);
    for (const toolkit of TOOLKITS) {
      if (toolkit.access === 'connected' || toolkit.access === 'configured') {
        this.addAuthConfig(toolkit, `${toolkit.name} (managed)`, 'OAUTH2', true, before);
      }
    }
    this.original = [...this.authConfigs];
    this.meet(DEFAULT_USER, now);
  }

  /** Makes an auth config; it is ENABLED at once. */
  addAuthConfig(toolkit: Toolkit, name: string, scheme: AuthScheme, managed: boolean, now: Date): AuthConfig {
    const ofToolkit = this.authConfigs.filter((config) => config.toolkit === toolkit.slug).length;
    const config = {
      id: `ac_${toolkit.slug}_${ofToolkit + 1}`,
      uuid: `00000000-0000-4000-8000-${String(this.authConfigs.length + 1).padStart(12, '0')}`,
      toolkit: toolkit.slug,
      name,
      scheme,
      managed,
      createdAt: now,
    };
    this.authConfigs.push(config);
    return config;
  }

  /** Makes an account that still has to be confirmed. */
  addAccount(authConfig: AuthConfig, userId: string, alias: string | null, now: Date): ConnectedAccount {
    const account: ConnectedAccount = {
      id: `ca_${authConfig.toolkit}_${this.accounts.length + 1}`,
      toolkit: authConfig.toolkit,
      authConfig,
      userId,
      alias,
      status: 'INITIATED',
      statusReason: null,
      createdAt: now,
      updatedAt: now,
    };
    this.accounts.push(account);
    return account;
  }

  /** Gives a user who was never heard of before the accounts that everybody starts with. */
  meet(userId: string, now: Date): void {
    if (this.apps.has(userId)) return;
    this.apps.set(userId, new Map());
    const before = new Date(now.getTime() - MONTH_MS);
    for (const config of this.original) {
      const connected = findToolkit(config.toolkit)?.access === 'connected';
      const account = this.addAccount(config, userId, null, before);
      // Not only ACTIVE accounts are listed: whoever takes any account for a connection is wrong.
      account.status = connected ? 'ACTIVE' : 'EXPIRED';
      account.statusReason = connected ? null : 'The refresh token is no longer valid.';
    }
  }

  /** Whether the user may run the tools of a toolkit. */
  isConnected(userId: string, toolkit: string): boolean {
    return this.accounts.some(
      (account) => account.userId === userId && account.toolkit === toolkit && account.status === 'ACTIVE',
    );
  }

  /** The user's app behind a toolkit, made at its first use. */
  app(userId: string, toolkit: Toolkit, now: Date): App {
    this.meet(userId, now);
    const apps = this.apps.get(userId) ?? new Map<string, App>();
    const app = apps.get(toolkit.slug) ?? toolkit.open(now);
    apps.set(toolkit.slug, app);
    return app;
  }
}
