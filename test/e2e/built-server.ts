import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { transformFile } from '@swc/core';
import { clientOf, eventually, type TestServer } from '../support/start-server.js';

/** A server in a process of its own. */
export interface SpawnedServer extends Omit<TestServer, 'close'> {
  readonly child: ChildProcess;
  /** All it has written so far, to its output and its errors. */
  output(): string;
  /** Resolves when it is gone. */
  readonly exited: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

/** Below node_modules, so that the built server finds its dependencies. */
const FOLDER = resolve('node_modules/.cache/e2e', String(process.pid));
const running = new Set<ChildProcess>();
let building: Promise<void> | undefined;

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(FOLDER, { recursive: true, force: true });
});

/** Starts the server as `npm start` and its image do, and waits until it listens. */
export async function spawnServer(given: {
  readonly composio: { readonly url: string; readonly apiKey: string };
  readonly env?: Readonly<Record<string, string>>;
}): Promise<SpawnedServer> {
  await (building ??= build());
  const port = await freePort();
  const settings = {
    PORT: String(port),
    HOST: '127.0.0.1',
    COMPOSIO_BASE_URL: given.composio.url,
    ...given.env,
  };
  const child = spawn(process.execPath, startArguments(), {
    cwd: FOLDER,
    env: { PATH: process.env.PATH, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (output += text.toString()));
  const exited = new Promise<Awaited<SpawnedServer['exited']>>((done) => {
    child.once('exit', (code, signal) => {
      running.delete(child);
      done({ code, signal });
    });
  });
  const client = clientOf(`http://127.0.0.1:${port}`, given.composio.apiKey);
  const isUp = () => client.get('/health/live', { key: null }).expect(200);
  await Promise.race([
    exited.then(() => Promise.reject(new Error(`the server did not start: ${output}`))),
    eventually(async () => void (running.has(child) && (await isUp())), 10_000),
  ]);
  return { ...client, child, exited, output: () => output };
}

/** What `npm start` gives to Node. */
export function startArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').slice(1);
}

/** What `npm run build` makes, without checking types: in two seconds. */
async function build(): Promise<void> {
  const source = resolve('src');
  const names = await readdir(source, { recursive: true });
  const files = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
  await mkdir(FOLDER, { recursive: true });
  await Promise.all([
    copyFile('package.json', join(FOLDER, 'package.json')),
    ...files.map(async (name) => {
      const { code } = await transformFile(join(source, name), {
        jsc: {
          target: 'es2022',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
      });
      const target = join(FOLDER, 'dist', name.replace(/\.ts$/, '.js'));
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, code);
    }),
  ]);
  const { status, stderr } = spawnSync(process.execPath, ['bundle.js', join(FOLDER, 'dist')], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the bundle was not made: ${stderr}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
