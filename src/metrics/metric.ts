/** A metric and its values, in the form that prom-client adds up and writes down (its `getMetricsAsJSON`). */
export interface Metric {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  /** What the values of several workers become. */
  readonly aggregator: 'sum' | 'min' | 'first';
  readonly values: readonly MetricValue[];
}

/** One line of a metric. */
export interface MetricValue {
  readonly value: number;
  readonly labels: Labels;
  /** Where it differs from the metric's, as in the lines of a histogram. */
  readonly metricName?: string;
}

/** Words of this server's own: what a client sent never stands in one. */
export type Labels = Readonly<Record<string, string>>;
