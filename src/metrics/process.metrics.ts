import { Injectable } from '@nestjs/common';
import { VERSION } from '../config/version.js';
import type { Metric } from './metric.js';
import { Metrics } from './metrics.service.js';

const NONE = {};

/**
 * What the process takes. Under the names of prom-client's own metrics, but only what is there to be read: those run a timer and
 * an observer of garbage collections, which take 2 ms of every second of an idle process, and which nothing ever ends.
 */
@Injectable()
export class ProcessMetrics {
  constructor(metrics: Metrics) {
    const add = (
      name: string,
      help: string,
      read: () => number,
      { type = 'gauge', aggregator = 'sum' }: Partial<Pick<Metric, 'type' | 'aggregator'>> = {},
    ) => metrics.readEachTime({ name, help, type, aggregator }, () => [{ labels: NONE, value: read() }]);

    add('process_cpu_seconds_total', 'Processor time, in seconds', cpuSeconds, { type: 'counter' });
    add('process_resident_memory_bytes', 'Resident memory', () => process.memoryUsage.rss());
    add('process_start_time_seconds', 'When the oldest process started', () => startedAt, {
      aggregator: 'min',
    });
    add('nodejs_heap_size_total_bytes', 'The heap', () => process.memoryUsage().heapTotal);
    add('nodejs_heap_size_used_bytes', 'What of the heap is in use', () => process.memoryUsage().heapUsed);
    add('nodejs_external_memory_bytes', 'Memory outside of the heap', () => process.memoryUsage().external);
    add('nodejs_eventloop_active_seconds_total', 'How long event loops were not idle', activeSeconds, {
      type: 'counter',
    });
    metrics.readEachTime(
      { name: 'tool_server_build_info', help: 'The version', type: 'gauge', aggregator: 'first' },
      () => [{ labels: { version: VERSION }, value: 1 }],
    );
  }
}

const startedAt = Math.round(Date.now() / 1_000 - process.uptime());

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}

function activeSeconds(): number {
  return performance.eventLoopUtilization().active / 1_000;
}
