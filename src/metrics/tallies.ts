import type { Labels, MetricValue } from './metric.js';

/** How often something happened. */
export class Count {
  private total = 0;

  add(times = 1): void {
    this.total += times;
  }

  /** Its line in the answer to a scrape. */
  values(labels: Labels): MetricValue[] {
    return [{ labels, value: this.total }];
  }
}

/** From a document out of memory to a call that takes all the time it may, in seconds. */
const BOUNDS = [0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** How often something took how long. */
export class Durations {
  /** How many were over a bound and within the next; the last are those over all. */
  private readonly counts = Array.from({ length: BOUNDS.length + 1 }, () => 0);
  private sum = 0;

  add(seconds: number): void {
    let index = 0;
    while (index < BOUNDS.length && seconds > (BOUNDS[index] as number)) index += 1;
    (this.counts[index] as number) += 1;
    this.sum += seconds;
  }

  /** Its lines in the answer to a scrape: how many were within each bound, their sum and their count. */
  values(labels: Labels, name: string): MetricValue[] {
    let within = 0;
    const buckets = this.counts.map((count, index) => ({
      metricName: `${name}_bucket`,
      labels: { ...labels, le: String(BOUNDS[index] ?? '+Inf') },
      value: (within += count),
    }));
    return [
      ...buckets,
      { metricName: `${name}_sum`, labels, value: this.sum },
      { metricName: `${name}_count`, labels, value: within },
    ];
  }
}
