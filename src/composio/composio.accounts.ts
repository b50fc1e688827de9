import { Injectable } from '@nestjs/common';
import type { Credential } from '../caller/credential.js';
import { Problem } from '../errors/problem.js';
import { ComposioClient, idOf } from './composio.client.js';
import { ComposioTransport } from './composio.transport.js';
import { unavailable } from './upstream-problem.js';
import type { WireAuthConfig, WireConnection } from './wire-types.js';

const ACCOUNTS_PAGE = 50;

/** A link at which a user connects an account; Composio honours it for ten minutes. */
export interface ConnectLink {
  readonly url: string;
  readonly expiresAt: string | undefined;
  readonly connectionId: string | undefined;
}

/** A user's connected accounts, and links to connect more. */
@Injectable()
export class ComposioAccounts {
  private readonly findingAuthConfig = new Map<string, Promise<string>>();

  constructor(
    private readonly client: ComposioClient,
    private readonly transport: ComposioTransport,
  ) {}

  /** Every connected account of a user, in any state. @throws {Problem} */
  listConnections(credential: Credential, userId: string): Promise<WireConnection[]> {
    return this.client.walk(
      credential,
      '/connected_accounts',
      { user_ids: [userId], limit: ACCOUNTS_PAGE },
      idOf,
    );
  }

  /**
   * A fresh link at which the user connects an account of the toolkit. Finds the toolkit's auth config or creates the
   * Composio-managed one, once for all who ask at the same time.
   * @throws {Problem} with Composio's words where the toolkit cannot be connected that way
   */
  async createLink(credential: Credential, userId: string, toolkit: string): Promise<ConnectLink> {
    const authConfig = await this.authConfigOf(credential, toolkit);
    const link = await this.transport.create<Record<string, unknown> | null>(
      credential,
      '/connected_accounts/link',
      {
        auth_config_id: authConfig,
        user_id: userId,
      },
    );
    const url = link?.redirect_url;
    if (typeof url !== 'string' || !/^https?:\/\//.test(url))
      throw unavailable('Composio gave no link to connect at.');
    return { url, expiresAt: textOf(link?.expires_at), connectionId: textOf(link?.connected_account_id) };
  }

  private authConfigOf(credential: Credential, toolkit: string): Promise<string> {
    const key = `${credential.fingerprint}:${toolkit}`;
    const underWay = this.findingAuthConfig.get(key);
    if (underWay) return underWay;
    const finding = this.findOrCreateAuthConfig(credential, toolkit).finally(() =>
      this.findingAuthConfig.delete(key),
    );
    this.findingAuthConfig.set(key, finding);
    return finding;
  }

  private async findOrCreateAuthConfig(credential: Credential, toolkit: string): Promise<string> {
    const query = { toolkit_slug: [toolkit], limit: ACCOUNTS_PAGE };
    const all = await this.client.walk<WireAuthConfig>(credential, '/auth_configs', query, idOf);
    const enabled = all.filter((config) => config.toolkit?.slug === toolkit && config.status !== 'DISABLED');
    const found = enabled.find((config) => config.is_composio_managed) ?? enabled[0];
    return found?.id ?? (await this.createAuthConfig(credential, toolkit));
  }

  private async createAuthConfig(credential: Credential, toolkit: string): Promise<string> {
    const created = await this.transport.create<{ auth_config?: { id?: unknown } } | null>(
      credential,
      '/auth_configs',
      {
        toolkit: { slug: toolkit },
        auth_config: { type: 'use_composio_managed_auth' },
      },
    );
    const id = textOf(created?.auth_config?.id);
    if (id) return id;
    throw new Problem('upstream_unavailable', `Composio created no auth config for ${toolkit}.`);
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
