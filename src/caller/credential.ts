import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';

/** As a key object: Node 24 takes six times as long to hash with bytes. */
let secret = createSecretKey(randomBytes(32));

/** Has fingerprints made with a secret that other processes have as well, so that they are the same in all. To be called first. */
export function shareFingerprints(shared: Uint8Array): void {
  secret = createSecretKey(shared);
}

/**
 * A keyed hash of a whole API key (HMAC-SHA-256, secret of this server): what cache keys, logs and comparisons use
 * in place of the key. Two keys that differ anywhere differ here.
 */
export function fingerprintOf(key: string): string {
  return createHmac('sha256', secret).update(key).digest('base64url');
}

/** The Composio API key a request acts with. It shows itself only to `reveal`; everywhere else it is its fingerprint. */
export class Credential {
  readonly #key: string;
  readonly fingerprint: string;

  constructor(key: string) {
    this.#key = key;
    this.fingerprint = fingerprintOf(key);
  }

  /** The key itself, for the request to Composio and nothing else. */
  reveal(): string {
    return this.#key;
  }

  toJSON(): string {
    return this.fingerprint;
  }

  [inspect.custom](): string {
    return `Credential(${this.fingerprint})`;
  }
}
