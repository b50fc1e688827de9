import { Injectable } from '@nestjs/common';
import { FreshCache } from '../cache/fresh-cache.js';
import { ComposioProbe } from '../composio/composio.probe.js';
import { VERSION } from '../config/version.js';
import type { Health } from './health.schemas.js';
import { ReadinessService } from './readiness.service.js';

const PROBE_EVERY_MS = 30_000;

/** Knows how the server is. */
@Injectable()
export class HealthService {
  constructor(
    private readonly cache: FreshCache,
    private readonly probe: ComposioProbe,
    private readonly readiness: ReadinessService,
  ) {}

  /** Calls Composio at most once in 30 seconds, however often it is asked. */
  async state(): Promise<Health> {
    const { value: isUp } = await this.cache.get('composio-probe', PROBE_EVERY_MS, () => this.probe.isUp());
    return {
      status: isUp ? 'ok' : 'degraded',
      ready: this.readiness.state === 'ready',
      version: VERSION,
      uptime_seconds: Math.floor(process.uptime()),
      composio: isUp ? 'up' : 'down',
    };
  }
}
