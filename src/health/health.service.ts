import { Injectable } from '@nestjs/common';
import { ComposioProbe } from '../composio/composio.probe.js';
import { VERSION } from '../config/version.js';
import type { Health } from './health.schemas.js';
import { ReadinessService } from './readiness.service.js';

const PROBE_EVERY_MS = 30_000;

/** Knows how the server is. */
@Injectable()
export class HealthService {
  private probed: Promise<boolean> | undefined;
  private probedAt = -Infinity;

  constructor(
    private readonly probe: ComposioProbe,
    private readonly readiness: ReadinessService,
  ) {}

  /** Calls Composio at most once in 30 seconds, however often it is asked. */
  async state(): Promise<Health> {
    const isUp = await this.isComposioUp();
    return {
      status: isUp ? 'ok' : 'degraded',
      ready: this.readiness.state === 'ready',
      version: VERSION,
      uptime_seconds: Math.floor(process.uptime()),
      composio: isUp ? 'up' : 'down',
    };
  }

  private isComposioUp(): Promise<boolean> {
    if (this.probed && performance.now() - this.probedAt < PROBE_EVERY_MS) return this.probed;
    this.probedAt = performance.now();
    this.probed = this.probe.isUp();
    return this.probed;
  }
}
