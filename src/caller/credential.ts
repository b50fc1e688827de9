import { createHmac, hash, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';

/** Two secrets, each as long as a block of SHA-256. */
interface Blocks {
  readonly inner: string;
  readonly outer: string;
}

let blocks = blocksOf(randomBytes(32));

/** Has fingerprints made with a secret that other processes have as well, so that they are the same in all. To be called first. */
export function shareFingerprints(shared: Uint8Array): void {
  blocks = blocksOf(shared);
}

/**
 * A keyed hash of a whole API key (SHA-256, twice, as HMAC does it, with secrets of this server): what cache keys, logs and
 * comparisons use in place of the key. Two keys that differ anywhere differ here. Node's own `createHmac` makes an object for
 * each, which makes a whole call 1.15 times as dear.
 */
export function fingerprintOf(key: string): string {
  return hash('sha256', blocks.outer + hash('sha256', blocks.inner + key), 'base64url');
}

function blocksOf(secret: Uint8Array): Blocks {
  const block = (name: string) => createHmac('sha256', secret).update(name).digest('hex');
  return { inner: block('inner'), outer: block('outer') };
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
