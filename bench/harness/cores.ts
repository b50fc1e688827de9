import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Where the measured process runs, where everything else does, and both, as `taskset` wants them. */
export interface Cores {
  readonly measured: string;
  readonly others: string;
  readonly both: string;
}

/** Two cores to pin processes to; undefined where that cannot be done. */
export function findCores(): Cores | undefined {
  if (spawnSync('taskset', ['--version']).status !== 0) return undefined;
  const [measured, others] = allowedCores();
  if (measured === undefined || others === undefined) return undefined;
  return { measured: String(measured), others: String(others), both: `${measured},${others}` };
}

/** Moves this very process to a core; its children follow. */
export function moveTo(core: string): void {
  spawnSync('taskset', ['-acp', core, String(process.pid)]);
}

/** A command that runs another one on a core. */
export function pinned(core: string | undefined, command: readonly string[]): string[] {
  return core === undefined ? [...command] : ['taskset', '-c', core, ...command];
}

function allowedCores(): number[] {
  const list = /^Cpus_allowed_list:\s*(\S+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '';
  return list.split(',').flatMap((range) => {
    const [from = NaN, to = from] = range.split('-').map(Number);
    return Number.isNaN(from) ? [] : Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}
