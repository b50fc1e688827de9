import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { delayed, resetBeforeHeaders } from '../support/scripted-composio-faults.js';
import { EXECUTE, type ScriptedComposio, startComposio } from '../support/scripted-composio.js';
import { startServer } from '../support/start-server.js';
import { type SpawnedServer, spawnServer } from './built-server.js';
import { notesTools, READ_NOTE, WRITE_NOTE } from './notes-tools.js';
import { selfSignedCertificate } from './self-signed.js';

const certificate = selfSignedCertificate();
let composio: ScriptedComposio;

beforeAll(async () => {
  composio = await startComposio({ tools: notesTools() }, certificate);
});

beforeEach(() => {
  composio.recover();
  composio.forget();
});

describe('Over TLS with a certificate that is trusted', () => {
  let folder: string;
  let server: SpawnedServer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tls-'));
    const authority = join(folder, 'authority.pem');
    await writeFile(authority, certificate.cert);
    const env = { NODE_EXTRA_CA_CERTS: authority, CONNECTION_POOL_SIZE: '1', CONNECTION_TIMEOUT: '0.3' };
    server = await spawnServer({ composio, env });
    await server.get('/openapi.json').expect(200);
  }, 20_000);
  afterAll(() => rm(folder, { recursive: true }));

  it('tools run, and one connection serves many calls', async () => {
    const { connections } = composio;
    for (let calls = 0; calls < 5; calls += 1) {
      await server.post(`/api/tools/${READ_NOTE}/execute`, {}).expect(200);
    }

    expect(composio.connections).toBe(connections);
    expect(composio.executions).toHaveLength(5);
  });

  it('calls that wait for the connection, longer than connecting may take, run once each', async () => {
    composio.on(EXECUTE).always(delayed(400));
    const calls = [1, 2, 3].map(() => server.post(`/api/tools/${WRITE_NOTE}/execute`, { text: 'hello' }));

    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(composio.executions).toHaveLength(3);
  });

  it('a reset on a used connection costs no second run', async () => {
    composio.on(EXECUTE).once(resetBeforeHeaders);

    const { body } = await server.post(`/api/tools/${WRITE_NOTE}/execute`, { text: 'hello' });

    expect(body.code).toBe('outcome_unknown');
    expect(composio.executions).toHaveLength(1);
  });

  it('a reset on a new connection costs no second run', async () => {
    composio.keepAlive = false;
    await server.post(`/api/tools/${READ_NOTE}/execute`, {}).expect(200);
    composio.forget();
    composio.on(EXECUTE).once(resetBeforeHeaders);

    const { body } = await server.post(`/api/tools/${WRITE_NOTE}/execute`, { text: 'hello' });

    expect(body.code).toBe('outcome_unknown');
    expect(composio.executions).toHaveLength(1);
  });
});

it('a certificate that nobody vouches for gets no key, and no call is said to have run', async () => {
  const server = await startServer({ composio, env: { MAX_RETRIES: '0' } });

  for (const answer of [
    await server.get('/openapi.json?mode=direct'),
    await server.post(`/api/tools/${WRITE_NOTE}/execute`, { text: 'hello' }),
  ]) {
    expect(answer.body).toMatchObject({ status: 503, code: 'upstream_unavailable' });
    expect(answer.text).not.toMatch(/certificate|127\.0\.0\.1/);
  }
  expect(composio.count()).toBe(0);
});

it('a host that accepts connections and says nothing is given up after the time for connecting', async () => {
  const sockets = new Set<Socket>();
  const mute: Server = createServer((socket) => void sockets.add(socket));
  await new Promise<void>((done) => void mute.listen(0, '127.0.0.1', done));
  const url = `https://127.0.0.1:${(mute.address() as AddressInfo).port}`;
  const env = { CONNECTION_TIMEOUT: '0.05', MAX_RETRIES: '1' };
  const server = await startServer({ composio: { url, apiKey: 'ak_mute' }, env });
  const start = performance.now();

  const { body } = await server.get('/openapi.json?mode=direct');

  expect(body).toMatchObject({ status: 503, code: 'upstream_unavailable' });
  expect(performance.now() - start).toBeLessThan(2_000);
  for (const socket of sockets) socket.destroy();
  mute.close();
});
