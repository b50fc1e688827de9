import { Injectable } from '@nestjs/common';
import { PeersService } from '../workers/peers.service.js';
import { Labelled } from './labelled.js';
import type { Metric } from './metric.js';
import { Count, Durations } from './tallies.js';

/** What workers ask each other for. */
const QUESTION = 'metrics';

/**
 * Holds what this server counts, in plain numbers: whoever has something to count makes a metric of it here, once. prom-client
 * comes in with the first scrape, because it takes 8 MB, and adds up and writes down what all workers counted.
 */
@Injectable()
export class Metrics {
  private readonly reads: (() => Metric)[] = [];

  constructor(private readonly peers: PeersService) {
    peers.onQuestion(QUESTION, () => JSON.stringify(this.read()));
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

  /** The answer to a scrape, for all workers. One that does not answer in time is left out. */
  async scrape(): Promise<{ readonly type: string; readonly text: string }> {
    const { AggregatorRegistry } = await import('prom-client');
    const others = await this.peers.gather(QUESTION);
    const all = [this.read(), ...others.map((text) => JSON.parse(text) as Metric[])];
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
