import cluster from 'node:cluster';
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { answerParent } from './ask.js';
import type { Usage } from './usage.js';

/*
 * Preloaded (`node --import`) into every measured process. It does nothing until it is asked.
 */

const RESOLUTION_MS = 1;
const SAMPLE_EVERY_US = 250;

const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
let session: Session | undefined;

const asks = {
  /** Starts to watch the event loop. */
  watch(): void {
    delays.reset();
    delays.enable();
  },

  /** The longest time the event loop was blocked since, in milliseconds. */
  longestStallMs(): number {
    delays.disable();
    return Math.max(0, delays.max / 1e6 - RESOLUTION_MS);
  },

  usage(): Usage {
    const { user, system } = process.cpuUsage();
    const rssMb = process.memoryUsage.rss() / 1e6;
    return { cpuUs: user + system, rssMb, peakRssMb: (process.resourceUsage().maxRSS * 1024) / 1e6 };
  },

  /** What is really in use, in megabytes: heap and buffers, after a full garbage collection. */
  async liveMb(): Promise<number> {
    const collector = new Session();
    collector.connect();
    await collector.post('HeapProfiler.collectGarbage');
    collector.disconnect();
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / 1e6;
  },

  async startProfile(): Promise<void> {
    session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: SAMPLE_EVERY_US });
    await session.post('Profiler.start');
  },

  /** Writes the profile to a file, to be opened in Chrome's developer tools. */
  async writeProfile(path: string): Promise<void> {
    const stopped = await session?.post('Profiler.stop');
    writeFileSync(path, JSON.stringify(stopped?.profile));
  },
};

/** What a monitored process can be asked. */
export type MonitorAsks = typeof asks;

// To a worker its primary speaks, about other things.
if (process.send && !cluster.isWorker) {
  answerParent(asks);
  // The monitored process ends as if nobody were watching.
  process.channel?.unref();
}
