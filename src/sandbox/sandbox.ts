import type { Server } from 'node:http';
import { SANDBOX_KEY } from './api/credential.js';
import { RateLimit } from './api/rate-limit.js';
import { dispatch } from './dispatch.js';
import { close, listen, serve } from './http/listener.js';
import { World, type Execution } from './project/world.js';

/** A running sandbox. */
export interface Sandbox {
  /** Where it listens: the base URL of a Composio client, without a path. */
  readonly url: string;
  /** A key it accepts. `<apiKey>_<anything>` is accepted too, and is a project of its own. */
  readonly apiKey: string;
  /** The tools that were run, oldest first, refused calls left out. The last 10,000 are kept. */
  readonly executions: readonly Execution[];
  /** Stops it and drops open connections. What it held is gone. */
  close(): Promise<void>;
}

export interface SandboxOptions {
  /** Default: any free port. */
  readonly port?: number;
  /** Default: the loopback address, out of reach for other machines. */
  readonly host?: string;
  /** Where browsers reach it, when that is not where it listens: connect links start with it. */
  readonly publicUrl?: string;
  /** Requests per key and minute before it answers 429. Default: a million. */
  readonly rateLimit?: number;
  /** The clock, for tests that let time pass. */
  readonly now?: () => Date;
}

/**
 * Starts a Composio that needs neither an account nor a network: a real HTTP server with the endpoints of API v3.1
 * that Composio's own client is used with here, and apps behind its tools that keep what they are told in memory, for
 * each key and user.
 *
 * @throws when the address is taken or may not be used.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const host = options.host ?? '127.0.0.1';
  const server = await listen(host, options.port ?? 0);
  const url = addressOf(server, host);
  const surroundings = {
    world: new World(options.publicUrl ?? url),
    rateLimit: new RateLimit(options.rateLimit ?? 1_000_000),
    now: options.now ?? (() => new Date()),
  };
  serve(server, (request, text) => dispatch(request, text, surroundings));
  const { executions } = surroundings.world;
  return { url, apiKey: SANDBOX_KEY, executions, close: () => close(server) };
}

function addressOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  // The unspecified address is one to listen on; to connect to, it needs a name.
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
