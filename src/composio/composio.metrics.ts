import type { Agent } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import type { Labelled } from '../metrics/labelled.js';
import { Metrics } from '../metrics/metrics.service.js';
import type { Count, Durations } from '../metrics/tallies.js';
import { KEEP_ALIVE_AGENTS } from './composio.http.js';
import { FairShare } from './fair-share.js';
import type { KeepAliveAgents } from './keep-alive-agents.js';
import { operationName } from './operation-name.js';

/** Counts what is asked of Composio. */
@Injectable()
export class ComposioMetrics {
  private readonly requests: Labelled<Durations>;
  private readonly retries: Labelled<Count>;

  constructor(metrics: Metrics, @Inject(KEEP_ALIVE_AGENTS) agents: KeepAliveAgents, share: FairShare) {
    this.requests = metrics.durations(
      'composio_request_duration_seconds',
      'Requests to Composio, and how long they took with all repetitions, without waiting in line',
      ['operation', 'outcome'],
    );
    this.retries = metrics.counts('composio_retries_total', 'Repetitions of requests to Composio', [
      'operation',
    ]);
    metrics.readEachTime(
      {
        name: 'composio_connections',
        help: 'Connections to Composio',
        type: 'gauge',
        aggregator: 'sum',
      },
      () => [
        { labels: { state: 'in_use' }, value: all(agents, 'sockets') },
        { labels: { state: 'idle' }, value: all(agents, 'freeSockets') },
      ],
    );
    metrics.readEachTime(
      {
        name: 'composio_waiting_requests',
        help: 'Requests to Composio that wait for a connection, or for others of their key to end',
        type: 'gauge',
        aggregator: 'sum',
      },
      () => [{ labels: {}, value: all(agents, 'requests') + share.waiting }],
    );
  }

  /**
   * A request is over.
   * @param outcome a word of `UpstreamFailure`, or `2xx`
   * @param startedAt on the clock of `performance.now()`
   * @param retries how often it was repeated
   */
  ended(path: string, outcome: string, startedAt: number, retries = 0): void {
    const operation = operationName(path);
    this.requests.at(operation, outcome).add((performance.now() - startedAt) / 1_000);
    if (retries > 0) this.retries.at(operation).add(retries);
  }
}

function all(agents: KeepAliveAgents, which: 'sockets' | 'freeSockets' | 'requests'): number {
  const ofAgent = (agent: Agent) => Object.values(agent[which]).flat().length;
  return ofAgent(agents.http) + ofAgent(agents.https);
}
