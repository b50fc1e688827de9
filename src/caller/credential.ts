import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';

/** As a key object: Node 24 takes six times as long to hash with bytes. */
const processSecret = createSecretKey(randomBytes(32));

/**
 * A keyed hash of a whole API key (HMAC-SHA-256, secret of this process): what cache keys, logs and comparisons use
 * in place of the key. Two keys that differ anywhere differ here.
 */
export function fingerprintOf(key: string): string {
  return createHmac('sha256', processSecret).update(key).digest('base64url');
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
