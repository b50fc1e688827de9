import type { Bench, Stub } from '../harness/bench.js';
import { launchHelper } from '../harness/launch.js';
import type { RawLoaderAsks } from './raw-loader.js';

/** What `loadRaw` measures, in words. */
export const RAW_LOAD = 'the same pages fetched and parsed by raw node:http';

/** As our server asks for them. */
const TOOLKITS_PER_REQUEST = 50;
const TOOLS_PER_PAGE = 1_000;
const PAGES_AT_ONCE = 8;

/** Fetches a whole catalogue and parses it, without keeping anything. @returns seconds, of the second time */
export async function loadRaw(bench: Bench, stub: Stub, toolsPerToolkit: number): Promise<number> {
  bench.progress.say('the same pages by raw node:http');
  const { ask, process } = launchHelper<RawLoaderAsks>('references/raw-loader', {
    core: bench.cores?.measured,
  });
  const load = { port: stub.port, paths: pagePaths(stub.toolkits, toolsPerToolkit), atOnce: PAGES_AT_ONCE };
  await ask.ask('load', load);
  const ms = await ask.ask('load', load);
  await process.stop();
  return ms / 1_000;
}

function pagePaths(toolkits: readonly string[], toolsPerToolkit: number): string[] {
  const requests = Array.from({ length: Math.ceil(toolkits.length / TOOLKITS_PER_REQUEST) }, (_, index) =>
    toolkits.slice(index * TOOLKITS_PER_REQUEST, (index + 1) * TOOLKITS_PER_REQUEST),
  );
  return requests.flatMap((names) => {
    const pages = Math.ceil((names.length * toolsPerToolkit) / TOOLS_PER_PAGE);
    return Array.from({ length: pages }, (_, index) => {
      const cursor = Buffer.from(`${index + 1}-${TOOLS_PER_PAGE}`).toString('base64');
      return `/api/v3.1/tools?toolkit_slug=${names.join(',')}&limit=${TOOLS_PER_PAGE}&cursor=${cursor}`;
    });
  });
}
