import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Credential } from '../caller/credential.js';
import { ComposioClient } from './composio.client.js';
import { ComposioTransport, WRITE } from './composio.transport.js';
import { lostAnswer } from './upstream-problem.js';
import { readAuthConfig, readConnection, type WireConnection } from './wire-types.js';

const ACCOUNTS_PAGE = 50;

/** A link at which a user connects an account; Composio honours it for ten minutes. */
export interface ConnectLink {
  readonly url: string;
  readonly expiresAt: string | undefined;
  readonly connectionId: string | undefined;
}

const link = z.object({
  redirect_url: z.url({ protocol: /^https?$/ }),
  expires_at: z.string().optional().catch(undefined),
  connected_account_id: z.string().optional().catch(undefined),
});
const createdAuthConfig = z.object({ auth_config: z.object({ id: z.string().min(1) }) });

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
    const query = { user_ids: [userId], limit: ACCOUNTS_PAGE };
    return this.client.walk(credential, '/connected_accounts', query, readConnection, ({ id }) => id);
  }

  /**
   * A fresh link at which the user connects an account of the toolkit. Finds the toolkit's auth config or creates the
   * Composio-managed one, once for all who ask at the same time.
   * @throws {Problem} `request_invalid` with Composio's words where the toolkit cannot be connected that way, `outcome_unknown`
   * where an answer is of no use: the link or the auth config may be there
   */
  async createLink(credential: Credential, userId: string, toolkit: string): Promise<ConnectLink> {
    const request = { auth_config_id: await this.authConfigOf(credential, toolkit), user_id: userId };
    const created = link.safeParse(
      await this.transport.create(credential, '/connected_accounts/link', request),
    ).data;
    if (!created) throw lostAnswer(WRITE, 'Composio gave no link to connect at.');
    return {
      url: created.redirect_url,
      expiresAt: created.expires_at,
      connectionId: created.connected_account_id,
    };
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
    const all = await this.client.walk(credential, '/auth_configs', query, readAuthConfig, ({ id }) => id);
    const enabled = all.filter((config) => config.toolkit.slug === toolkit && config.status !== 'DISABLED');
    const found = enabled.find((config) => config.is_composio_managed) ?? enabled[0];
    return found?.id ?? (await this.createAuthConfig(credential, toolkit));
  }

  private async createAuthConfig(credential: Credential, toolkit: string): Promise<string> {
    const request = { toolkit: { slug: toolkit }, auth_config: { type: 'use_composio_managed_auth' } };
    const created = createdAuthConfig.safeParse(
      await this.transport.create(credential, '/auth_configs', request),
    ).data;
    if (!created) throw lostAnswer(WRITE, `Composio created no auth config for ${toolkit}.`);
    return created.auth_config.id;
  }
}
