import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Profiler as Inspector, Runtime } from 'node:inspector';
import type { MeasuredServer } from './launch.js';
import { ROOT } from './paths.js';

const DIRECTORY = join(ROOT, 'bench', 'profiles');
const SHOWN = 18;

/** Takes CPU profiles of our server while it is measured. The numbers of such a run are not to be trusted. */
export class Profiler {
  constructor(readonly isOn: boolean) {}

  /** Does some work, and profiles a server meanwhile. */
  async during<T>(name: string, server: MeasuredServer, work: () => Promise<T>): Promise<T> {
    if (!this.isOn || !server.monitor) return work();
    await server.monitor.ask('startProfile', undefined);
    const result = await work();
    mkdirSync(DIRECTORY, { recursive: true });
    const path = join(DIRECTORY, `${name}.cpuprofile`);
    await server.monitor.ask('writeProfile', path);
    process.stdout.write(`\n${name}: bench/profiles/${name}.cpuprofile\n${topOf(path)}\n`);
    return result;
  }
}

/** The functions that took the most time themselves, one a line. */
function topOf(path: string): string {
  const { nodes, samples = [] } = JSON.parse(readFileSync(path, 'utf8')) as Inspector.Profile;
  const names = new Map(nodes.map((node) => [node.id, nameOf(node.callFrame)]));
  const counts = new Map<string, number>();
  for (const id of samples) {
    const name = names.get(id) ?? '';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const busy = samples.length - (counts.get('(idle)') ?? 0);
  counts.delete('(idle)');
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, SHOWN)
    .map(([name, count]) => `${((count / busy) * 100).toFixed(1).padStart(6)} %  ${name}`)
    .join('\n');
}

function nameOf({ functionName, url, lineNumber }: Runtime.CallFrame): string {
  const file = url.replace(/^.*\/node_modules\//, '').replace(/^file:\/\/.*?\/(?=dist\/)/, '');
  return `${functionName || '(anonymous)'}${file && `  ${file}:${lineNumber + 1}`}`;
}
