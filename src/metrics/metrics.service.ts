import { Injectable } from '@nestjs/common';
import { PeersService } from '../workers/peers.service.js';
import { Labelled } from './labelled.js';
import type { Metric } from './metric.js';
import { Count, Durations } from './tallies.js';

/**
 * Holds what this server counts, in plain numbers: whoever has something to count makes a metric of it here, once. prom-client
 * comes in with the first scrape, because it takes 8 MB, and adds up and writes down what all workers counted.
 */
@Injectable()
export class Metrics {
  private readonly reads: (() => Metric)[] = [];

  constructor(private readonly peers: PeersService) {
    peers.onGather(() => JSON.stringify(this.read()));
  }

  /** Makes a counter. @param labels the names of its labels, each of which takes a few values whatever clients send */
  counts(name: string, help: string, labels: readonly string[] = []): Labelled<Count> {
    return this.tallies(name, help, 'counter', new Labelled(labels, () => new Count()));
  }

  /** Makes a histogram of seconds. @param labels as for `counts` */
  durations(name: string, help: string, labels: readonly string[]): Labelled<Durations> {
    return this.tallies(name, help, 'histogram', new Labelled(labels, () => new Durations()));
  }

  /** Has a metric read at each scrape: what costs nothing to know then need not be counted before. */
  readEachTime(metric: Omit<Metric, 'values'>, read: () => Metric['values']): void {
    this.reads.push(() => ({ ...metric, values: read() }));
  }

  /** The answer to a scrape, for all workers. Counters never become less: one that died still counts, but takes no memory. */
  async scrape(): Promise<{ readonly type: string; readonly text: string }> {
    const { AggregatorRegistry } = (await import('prom-client')).default;
    const { others, ended } = await this.peers.gather();
    const counted = (text: string) => parse(text).filter(({ type }) => type !== 'gauge');
    const all = [this.read(), ...others.map(parse), ...ended.map(counted)];
    const registry = AggregatorRegistry.aggregate(all);
    return { type: registry.contentType, text: await registry.metrics() };
  }

  private read(): Metric[] {
    return this.reads.map((read) => read());
  }

  private tallies<T extends Count | Durations>(
    name: string,
    help: string,
    type: Metric['type'],
    tallies: Labelled<T>,
  ): Labelled<T> {
    this.readEachTime({ name, help, type, aggregator: 'sum' }, () =>
      [...tallies].flatMap(([labels, tally]) => tally.values(labels, name)),
    );
    return tallies;
  }
}

function parse(text: string): Metric[] {
  return JSON.parse(text) as Metric[];
}
