import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Where the measured process runs, and where everything else does. */
export interface Cores {
  readonly measured: number;
  readonly others: number;
}

/** Two cores to pin processes to; undefined where that cannot be done. */
export function findCores(): Cores | undefined {
  if (spawnSync('taskset', ['--version']).status !== 0) return undefined;
  const [measured, others] = allowedCores();
  return measured === undefined || others === undefined ? undefined : { measured, others };
}

/** Moves this very process to a core; its children follow. */
export function moveTo(core: number): void {
  spawnSync('taskset', ['-acp', String(core), String(process.pid)]);
}

/** A command that runs another one on a core. */
export function pinned(core: number | undefined, command: readonly string[]): string[] {
  return core === undefined ? [...command] : ['taskset', '-c', String(core), ...command];
}

function allowedCores(): number[] {
  const list = /^Cpus_allowed_list:\s*(\S+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '';
  return list.split(',').flatMap((range) => {
    const [from = NaN, to = from] = range.split('-').map(Number);
    return Number.isNaN(from) ? [] : Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}
