import { request } from 'node:http';
import { HttpAgent } from 'agentkeepalive';
import { answerParent } from '../harness/ask.js';

/*
 * What is left of loading a catalogue when everything else is taken away: fetch the pages over kept connections and parse them.
 */

const agent = new HttpAgent({ maxSockets: 100 });

const asks = {
  /** Fetches every path, so many at once, and parses what comes. @returns how long it took, in milliseconds */
  async load({ port, paths, atOnce }: { port: number; paths: readonly string[]; atOnce: number }) {
    const startedAt = performance.now();
    const waiting = paths.values();
    const work = async () => {
      for (const path of waiting) {
        const page = JSON.parse((await fetchPage(port, path)).toString()) as { items?: unknown[] };
        if (!page.items?.length) throw new Error(`no page at ${path}`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return performance.now() - startedAt;
  },
};

/** What the raw loader can be asked. */
export type RawLoaderAsks = typeof asks;

function fetchPage(port: number, path: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () => resolve(Buffer.concat(chunks)));
    });
    sent.once('error', reject);
    sent.end();
  });
}

answerParent(asks);
