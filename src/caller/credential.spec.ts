import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import { Credential, fingerprintOf, shareFingerprints } from './credential.js';

const KEY = 'ak_0123456789abcdef';

describe('A fingerprint', () => {
  it('is the same for the same key only', () => {
    const others = [`${KEY} `, KEY.slice(0, -1), `${KEY}0`, KEY.toUpperCase(), ''];

    expect(fingerprintOf(KEY)).toBe(fingerprintOf(KEY));
    expect(new Set([KEY, ...others].map(fingerprintOf)).size).toBe(6);
  });

  it('is one of this server: nobody else can tell the key by it', () => {
    const fingerprint = fingerprintOf(KEY);
    const hash = createHash('sha256').update(KEY).digest('base64url');
    expect(fingerprint).toHaveLength(hash.length);
    expect(fingerprint).not.toBe(hash);

    shareFingerprints(Buffer.alloc(32, 1));
    const shared = fingerprintOf(KEY);
    expect(shared).not.toBe(fingerprint);
    shareFingerprints(Buffer.alloc(32, 2));
    expect(fingerprintOf(KEY)).not.toBe(shared);
    shareFingerprints(Buffer.alloc(32, 1));
    expect(fingerprintOf(KEY)).toBe(shared);
  });

  it('is all that is seen of a credential that nobody asks for its key', () => {
    const credential = new Credential(KEY);

    expect(JSON.stringify({ credential }) + inspect({ credential })).not.toContain(KEY);
    expect(credential.reveal()).toBe(KEY);
  });
});
