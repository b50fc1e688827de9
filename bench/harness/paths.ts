import { fileURLToPath } from 'node:url';

// This file runs as dist-bench/bench/harness/paths.js.
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The project's own directory. */
export const ROOT = at('../../../');

/** The server as its image runs it. */
export const SERVER = at('../../../dist/bundle/main.js');

/** A compiled file of the benchmark, by its path under `bench/` without an ending. */
export function benchFile(name: string): string {
  return at(`../${name}.js`);
}
