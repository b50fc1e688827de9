import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { WarmUp } from '../catalogue/warm-up.service.js';
import { DrainService } from './drain.service.js';
import type { Readiness } from './health.schemas.js';

/** How long load balancers get to see that the server is stopping, before it stops taking connections. */
const NOTICE_MS = 500;

/** Knows whether the server wants traffic. */
@Injectable()
export class ReadinessService implements BeforeApplicationShutdown {
  private stopping = false;

  constructor(
    private readonly warmUp: WarmUp,
    private readonly drain: DrainService,
  ) {}

  get state(): Readiness['status'] {
    if (this.stopping) return 'stopping';
    return this.warmUp.isDone ? 'ready' : 'starting';
  }

  /** On a signal: not ready first, then no new connections; calls in flight finish. */
  async beforeApplicationShutdown(signal?: string): Promise<void> {
    this.stopping = true;
    if (signal) await new Promise((resolve) => setTimeout(resolve, NOTICE_MS));
    this.drain.start();
  }
}
