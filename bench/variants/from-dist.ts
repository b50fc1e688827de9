import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SERVER } from '../harness/paths.js';

/**
 * A module of the built server, the very one that production runs.
 * @param path below `dist/`
 */
export function fromDist<M>(path: string): Promise<M> {
  return import(pathToFileURL(join(dirname(SERVER), path)).href) as Promise<M>;
}
