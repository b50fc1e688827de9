import cluster, { type Worker } from 'node:cluster';
import { randomBytes } from 'node:crypto';
import { Gatherings } from './gatherings.js';
import type { ToPrimary, ToWorker } from './messages.js';
import { Relay } from './relay.js';

/** A worker that dies is replaced after this time, so that one that dies at once does not take the machine. */
const PAUSE_MS = 1_000;

/**
 * Runs the server in so many processes that share one listening socket. One that dies is replaced. On SIGTERM or SIGINT all of
 * them stop as a single server would, and this process ends with the last. Where not even the first can start, all end.
 */
export function runPrimary(count: number): void {
  cluster.setupPrimary({ serialization: 'advanced' });
  const secret = randomBytes(32);
  const relay = new Relay<Worker>(send);
  const gatherings = new Gatherings<Worker>(send, (ms, then) => setTimeout(then, ms).unref());
  const serving = new Set<Worker>();
  let hasStarted = false;
  let isStopping = false;

  const start = () => {
    if (!isStopping) cluster.fork();
  };
  const stop = () => {
    isStopping = true;
    for (const worker of workers()) worker.process.kill('SIGTERM');
  };

  cluster.on('listening', (worker) => {
    hasStarted = true;
    serving.add(worker);
  });
  cluster.on('message', (worker, message: ToPrimary) => {
    if (message.kind === 'hello') return send(worker, { kind: 'secret', secret });
    if (message.kind === 'say') return gatherings.take(worker, message);
    if (message.kind === 'gather') return gatherings.start(worker, message, serving);
    if (message.kind !== 'tell') return relay.take(worker, message, performance.now());
    for (const other of workers()) if (other !== worker) send(other, { kind: 'told', text: message.text });
  });
  cluster.on('exit', (worker, code, signal) => {
    serving.delete(worker);
    relay.forget(worker);
    gatherings.forget(worker);
    if (isStopping) return;
    if (hasStarted) {
      warn(`worker ${worker.process.pid} ended (${signal || code}), another takes its place`);
      setTimeout(start, PAUSE_MS);
    } else {
      process.exitCode = 1;
      stop();
    }
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  for (let index = 0; index < count; index += 1) start();
}

/** In a worker: what it shares with the others. Asked for, because what is sent before somebody listens is lost. */
export function secretOfPrimary(): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const take = (message: ToWorker) => {
      if (message.kind !== 'secret') return;
      process.off('message', take);
      resolve(message.secret);
    };
    process.on('message', take);
    process.send?.({ kind: 'hello' } satisfies ToPrimary);
  });
}

/** A line like those of the workers. */
function warn(message: string): void {
  const line = { level: 'warn', pid: process.pid, timestamp: Date.now(), message, context: 'Workers' };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

function workers(): Worker[] {
  return Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
}

function send(worker: Worker, message: ToWorker): void {
  if (worker.isConnected()) worker.send(message);
}
