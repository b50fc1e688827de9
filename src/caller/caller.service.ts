import type { IncomingHttpHeaders } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.js';
import { Problem } from '../errors/problem.js';
import { apiKeyOf, foreignToken, isForeignToken } from './api-key.js';
import type { Caller } from './caller.js';
import { Credential, fingerprintOf } from './credential.js';
import type { Scope } from './scope.js';
import { userIdOf } from './user-id.js';

/** Knows who is asking: turns a request's headers into a caller. */
@Injectable()
export class CallerService {
  private readonly own: Credential | undefined;
  private readonly serverKeys: ReadonlySet<string>;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {
    this.own =
      settings.COMPOSIO_API_KEY === undefined ? undefined : new Credential(settings.COMPOSIO_API_KEY);
    this.serverKeys = new Set(settings.SERVER_API_KEYS.map(({ key }) => fingerprintOf(key)));
  }

  /**
   * The caller, or undefined where the request carries no credential and none is given to anonymous ones.
   * @throws {Problem} `credential_malformed`, `credential_rejected`, or `request_invalid` for an unusable user id
   */
  identify(headers: IncomingHttpHeaders, scope: Scope): Caller | undefined {
    const key = apiKeyOf(headers);
    const credential = key === undefined ? this.anonymous() : this.credentialOf(key);
    return credential && { credential, userId: userIdOf(headers, this.settings), scope };
  }

  /** Who acts with the server's own key as the default user; undefined where the server has none. */
  operator(): Caller | undefined {
    return this.own && { credential: this.own, userId: this.settings.COMPOSIO_USER_ID, scope: {} };
  }

  private anonymous(): Credential | undefined {
    return this.settings.ALLOW_ANONYMOUS ? this.own : undefined;
  }

  private credentialOf(key: string): Credential {
    const credential = new Credential(key);
    // By keyed hashes, which nobody can choose, so that the time taken tells nothing.
    if (this.own && this.serverKeys.has(credential.fingerprint)) return this.own;
    if (isForeignToken(key)) {
      const anonymous = this.anonymous();
      if (anonymous) return anonymous;
      throw foreignToken();
    }
    if (this.serverKeys.size === 0) return credential;
    throw new Problem('credential_rejected', 'This server does not know the API key.', {
      fix: 'Use one of the keys its operator gave out.',
    });
  }
}
