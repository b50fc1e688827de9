import { CACHE_MANAGER } from '@nestjs/cache-manager';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Cache } from 'cache-manager';
import { Problem } from '../errors/problem.js';
import { PASSING } from '../errors/problem-codes.js';
import type { Labelled } from '../metrics/labelled.js';
import { Metrics } from '../metrics/metrics.service.js';
import type { Count } from '../metrics/tallies.js';
import { type Entry, freshUntil, isServable, KEEP_MS, loaded, refreshFailed } from './freshness.js';

/** A value from the cache. It is shared: never change it. */
export interface Cached<T> {
  readonly value: T;
  /** Until when asking again gives the same, on the clock of `performance.now()`. */
  readonly freshUntil: number;
}

/** For how many milliseconds a value needs no refresh, which may depend on the value. */
export type Freshness<T> = number | ((value: T) => number);

/** Loads the values of some keys, all of them or none. */
export type LoadMany<T> = (keys: readonly string[]) => Promise<readonly T[]>;

/**
 * A cache of what Composio says. Each value is loaded once for all who wait for it. Past its freshness it is still served while
 * one refresh runs behind, and for up to a day while refreshes fail for a passing reason, with growing pauses between them.
 * A refresh that is refused (the key, above all) takes the value away. Failures are never cached.
 */
@Injectable()
export class FreshCache {
  private readonly logger = new Logger(FreshCache.name);
  private readonly loading = new Map<string, Promise<Entry<unknown>>>();
  private readonly reads: Labelled<Count>;

  constructor(
    @Inject(CACHE_MANAGER) private readonly cache: Cache,
    metrics: Metrics,
  ) {
    this.reads = metrics.counts(
      'cache_reads_total',
      'What was looked up in the cache of what Composio says, by what it was and whether it was there',
      ['kind', 'result'],
    );
  }

  /**
   * One value.
   * @param key holds everything that changes the answer: the credential's fingerprint, what kind of thing it is, and its name, with
   * colons between them
   * @param fresh for how many milliseconds the value needs no refresh
   */
  async get<T>(key: string, fresh: Freshness<T>, load: () => Promise<T>): Promise<Cached<T>> {
    const [cached] = await this.getMany([key], fresh, async () => [await load()]);
    return cached as Cached<T>;
  }

  /**
   * Several values in the order of their keys; those that are missing are loaded together.
   * @param isKept says which values are worth keeping; others are loaded each time
   */
  async getMany<T>(
    keys: readonly string[],
    fresh: Freshness<T>,
    loadMany: LoadMany<T>,
    isKept: (value: T) => boolean = always,
  ): Promise<Cached<T>[]> {
    const found = await this.cache.mget<Entry<T>>([...keys]);
    const now = performance.now();
    const entries = found.map((entry) => (entry && isServable(entry, now) ? entry : undefined));
    const states = entries.map((entry) => {
      if (!entry) return 'miss';
      return freshUntil(entry, msOf(fresh, entry)) > now ? 'fresh' : 'stale';
    });
    for (const state of states) this.reads.at(kindOf(keys), state).add();
    const missing = keys.filter((key, index) => states[index] === 'miss' && !this.loading.has(key));
    if (missing.length > 0) this.load(missing, loadMany, isKept).catch(() => undefined);
    const stale = keys.filter((key, index) => states[index] === 'stale' && !this.loading.has(key));
    if (stale.length > 0) this.refresh(stale, loadMany, isKept);
    const settled = keys.map(
      async (key, index) => entries[index] ?? ((await this.loading.get(key)) as Entry<T>),
    );
    const kept = await Promise.all(settled);
    return kept.map((entry) => ({ value: entry.value, freshUntil: freshUntil(entry, msOf(fresh, entry)) }));
  }

  /** Puts a value in as if it had just been loaded. */
  async put(key: string, value: unknown): Promise<void> {
    await this.storeAll([key], [loaded(value, performance.now())]);
  }

  private refresh<T>(keys: readonly string[], loadMany: LoadMany<T>, isKept: (value: T) => boolean): void {
    this.load(keys, loadMany, isKept).catch(async (error: unknown) => {
      if (error instanceof Problem && !PASSING.has(error.code) && error.code !== 'internal') {
        this.logger.warn('a refresh was refused', { code: error.code });
        await this.cache.mdel([...keys]);
        return;
      }
      this.logger.warn('a refresh failed, the old values stay', { why: String(error) });
      const entries = await this.cache.mget<Entry<T>>([...keys]);
      const now = performance.now();
      await this.storeAll(
        keys,
        entries.map((entry) => entry && refreshFailed(entry, now)),
      );
    });
  }

  private load<T>(
    keys: readonly string[],
    loadMany: LoadMany<T>,
    isKept: (value: T) => boolean,
  ): Promise<void> {
    const batch = loadMany(keys).then(async (values) => {
      const now = performance.now();
      const entries = values.map((value) => loaded(value, now));
      const kept = entries.map((entry) => (isKept(entry.value) ? entry : undefined));
      await this.storeAll(keys, kept);
      const others = keys.filter((_, index) => !kept[index]);
      if (others.length > 0) await this.cache.mdel(others);
      return entries;
    });
    for (const [index, key] of keys.entries()) {
      const entry = batch.then((entries) => entries[index] as Entry<T>);
      entry.catch(() => undefined);
      this.loading.set(key, entry);
    }
    // Deleted a turn later: those who looked into the store just before the values arrived find them here.
    const forget = () => setImmediate(() => keys.forEach((key) => this.loading.delete(key)));
    return batch.then(() => undefined).finally(forget);
  }

  private async storeAll(
    keys: readonly string[],
    entries: readonly (Entry<unknown> | undefined)[],
  ): Promise<void> {
    const list = keys.flatMap((key, index) =>
      entries[index] ? [{ key, value: entries[index], ttl: KEEP_MS }] : [],
    );
    await this.cache.mset(list);
  }
}

const always = () => true;

/** What stands second in each of the keys: behind the fingerprint, and before the names that callers choose. */
function kindOf([key = '']: readonly string[]): string {
  return key.split(':', 2)[1] ?? '';
}

function msOf<T>(fresh: Freshness<T>, { value }: Entry<T>): number {
  return typeof fresh === 'number' ? fresh : fresh(value);
}
