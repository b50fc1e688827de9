import { createKeyv } from '@cacheable/memory';
import type { Keyv } from 'keyv';

/**
 * A store in memory that evicts the least recently used of `size` entries. It hands out what it was given, not copies: a copy
 * of a large catalogue costs a thousand times the look-up. One map: to hash a key for one of several takes 40 µs.
 */
export function memoryStore(size: number): Keyv {
  return createKeyv({ useClone: false, lruSize: size, storeHashSize: 1 });
}
