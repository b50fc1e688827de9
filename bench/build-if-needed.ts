import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, START } from './harness/paths.js';

/** Builds the server where there is no build, or one that is older than its sources. @throws when that fails */
export function buildIfNeeded(): void {
  if (existsSync(START.file) && statSync(START.file).mtimeMs > newestSource()) return;
  const { status } = spawnSync('npm', ['run', 'build'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('npm run build failed');
}

function newestSource(): number {
  const source = join(ROOT, 'src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  return Math.max(...files.map((file) => statSync(join(source, file)).mtimeMs));
}
