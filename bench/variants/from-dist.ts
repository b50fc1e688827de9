import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../harness/paths.js';

/**
 * A module of the server as it is built, before it is bundled.
 * @param path below `dist/`
 */
export function fromDist<M>(path: string): Promise<M> {
  return import(pathToFileURL(join(ROOT, 'dist', path)).href) as Promise<M>;
}
