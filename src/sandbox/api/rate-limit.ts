/** Where a request leaves its key in the current window. */
export interface RateState {
  readonly headers: Record<string, string>;
  readonly exceeded: boolean;
}

const WINDOW_MS = 60_000;

/**
 * Counts requests per key in fixed windows of a minute, and reports them in the headers Composio documents for every
 * answer. `Retry-After` comes only with the answer that refuses.
 */
export class RateLimit {
  private window = 0;
  private readonly counts = new Map<string, number>();

  constructor(private readonly limit: number) {}

  /** Counts one request. */
  take(key: string, now: Date): RateState {
    const window = Math.floor(now.getTime() / WINDOW_MS);
    if (window !== this.window) this.counts.clear();
    this.window = window;
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    const exceeded = count > this.limit;
    const seconds = Math.ceil(((window + 1) * WINDOW_MS - now.getTime()) / 1000);
    return {
      exceeded,
      headers: {
        'x-ratelimit': String(this.limit),
        'x-ratelimit-remaining': String(Math.max(0, this.limit - count)),
        'x-ratelimit-window-size': '60s',
        ...(exceeded && { 'retry-after': String(seconds) }),
      },
    };
  }
}
