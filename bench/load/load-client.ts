import { answerParent } from '../harness/ask.js';
import { quantile } from '../harness/statistics.js';
import { Connection, type Received } from './connection.js';

/** What to send. */
export interface Load {
  /** Of one server, or of several that share the connections. */
  readonly port: number | readonly number[];
  /** Sent in turn, over and over. */
  readonly requests: readonly Uint8Array[];
  /** Each sends its next request when its last one is answered. */
  readonly connections: number;
  /** For how long to start new requests, and how many to send in all; whichever is reached first. */
  readonly for: { readonly seconds?: number; readonly requests?: number };
}

/** What came back. Times are in milliseconds. */
export interface Outcome {
  readonly requests: number;
  readonly perSecond: number;
  readonly fastest: number;
  readonly p50: number;
  readonly p99: number;
  readonly slowest: number;
  /** How often each status came. */
  readonly statuses: Readonly<Record<number, number>>;
  /** Of the last body. */
  readonly bytes: number;
}

/*
 * The load client: a process of its own, so that what it costs does not count as the server's.
 */

const pools = new Map<number, Connection[]>();

const asks = {
  async run({ port, requests, connections, ...load }: Load): Promise<Outcome> {
    const ports = [port].flat();
    const pools = await Promise.all(ports.map((one) => poolFor(one, connections / ports.length)));
    return new Run(
      requests.map((bytes) => Buffer.from(bytes)),
      pools.flat(),
      load.for,
    ).result();
  },

  /** Closes all connections to a server. */
  forget(port: number): void {
    pools.get(port)?.forEach((connection) => connection.close());
    pools.delete(port);
  },
};

/** What the load client can be asked. */
export type LoadAsks = typeof asks;

/** Connections are kept from one run to the next. */
async function poolFor(port: number, size: number): Promise<Connection[]> {
  const pool = (pools.get(port) ?? []).filter((connection) => connection.isOpen);
  while (pool.length < size) pool.push(await Connection.open(port));
  pools.set(port, pool);
  return pool.slice(0, size);
}

class Run {
  private readonly times: number[] = [];
  private readonly statuses: Record<number, number> = {};
  private readonly most: number;
  private readonly startedAt = performance.now();
  private readonly endsAt: number;
  private sent = 0;
  private open = 0;
  private bytes = 0;
  private settle: { resolve: (outcome: Outcome) => void; reject: (error: Error) => void } | undefined;

  constructor(
    private readonly requests: readonly Buffer[],
    private readonly pool: readonly Connection[],
    { seconds = Infinity, requests: most = Infinity }: Load['for'],
  ) {
    this.most = most;
    this.endsAt = this.startedAt + seconds * 1_000;
  }

  result(): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
      for (const connection of this.pool) this.next(connection);
    });
  }

  private next(connection: Connection): void {
    const now = performance.now();
    if (this.sent >= this.most || now >= this.endsAt) {
      if (this.open === 0) this.settle?.resolve(this.outcome(now));
      return;
    }
    const request = this.requests[this.sent % this.requests.length] as Buffer;
    this.sent += 1;
    this.open += 1;
    connection.send(
      request,
      (received) => this.answered(connection, received, now),
      (error) => this.settle?.reject(error),
    );
  }

  private answered(connection: Connection, { status, bytes }: Received, sentAt: number): void {
    this.times.push(performance.now() - sentAt);
    this.statuses[status] = (this.statuses[status] ?? 0) + 1;
    this.bytes = bytes;
    this.open -= 1;
    this.next(connection);
  }

  private outcome(now: number): Outcome {
    return {
      requests: this.times.length,
      perSecond: (this.times.length * 1_000) / (now - this.startedAt),
      fastest: quantile(this.times, 0),
      p50: quantile(this.times, 0.5),
      p99: quantile(this.times, 0.99),
      slowest: quantile(this.times, 1),
      statuses: this.statuses,
      bytes: this.bytes,
    };
  }
}

answerParent(asks);
