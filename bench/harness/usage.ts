import { existsSync, readFileSync } from 'node:fs';
import type { Asker } from './ask.js';
import type { MonitorAsks } from './monitor.js';

/** Of a second; the same on every Linux that Node runs on. */
const TICK_US = 10_000;

const HAS_PROC = existsSync('/proc/self/stat');

/** What a process and its workers have taken so far. */
export interface Usage {
  /** Processor time of all its threads, user and system, in microseconds. */
  readonly cpuUs: number;
  /** Resident memory now, and the most there ever was, in megabytes (10^6). */
  readonly rssMb: number;
  readonly peakRssMb: number;
}

/** Reads `/proc`; where there is none, the process is asked through its monitor. */
export async function usageOf(pid: number, monitor: Asker<MonitorAsks> | undefined): Promise<Usage> {
  if (HAS_PROC) return [pid, ...workersOf(pid)].map(usageOfOne).reduce(sum);
  if (!monitor) return { cpuUs: NaN, rssMb: NaN, peakRssMb: NaN };
  return monitor.ask('usage', undefined);
}

function workersOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return children.split(' ').filter(Boolean).map(Number);
}

function usageOfOne(pid: number): Usage {
  return { cpuUs: cpuUs(pid), ...memory(pid) };
}

/** What both have taken. */
export function sum(a: Usage, b: Usage): Usage {
  return {
    cpuUs: a.cpuUs + b.cpuUs,
    rssMb: a.rssMb + b.rssMb,
    peakRssMb: a.peakRssMb + b.peakRssMb,
  };
}

function cpuUs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in the second field may hold blanks; utime and stime are the 14th and 15th field.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_US;
}

function memory(pid: number): Pick<Usage, 'rssMb' | 'peakRssMb'> {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string) =>
    (Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(status)?.[1]) * 1024) / 1e6;
  return { rssMb: megabytes('VmRSS'), peakRssMb: megabytes('VmHWM') };
}
