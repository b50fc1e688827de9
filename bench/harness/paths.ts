import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// This file runs as dist-bench/bench/harness/paths.js.
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The project's own directory. */
export const ROOT = at('../../../');

/** How the server is started: the flags of Node and the file that `npm start` names, and so does the container image. */
export const START = startOf(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** A compiled file of the benchmark, by its path under `bench/` without an ending. */
export function benchFile(name: string): string {
  return at(`../${name}.js`);
}

function startOf(packageJson: string) {
  const { scripts } = JSON.parse(packageJson) as { scripts: { start: string } };
  const [, ...flags] = scripts.start.split(' ');
  return { file: join(ROOT, flags.pop() as string), flags };
}
