import { connect } from 'node:net';
import { gate } from '../support/scripted-composio-faults.js';
import { EXECUTE, type ScriptedComposio, startComposio } from '../support/scripted-composio.js';
import { startServer, type TestServer } from '../support/start-server.js';
import { notesTools, WRITE_NOTE } from './notes-tools.js';
import { rawRequest } from './raw-request.js';

let composio: ScriptedComposio;
let server: TestServer;

beforeAll(async () => {
  composio = await startComposio({ tools: notesTools() });
  server = await startServer({ composio });
});

/** What the server says to these bytes before it closes the connection. */
function said(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk: Buffer) => (text += chunk.toString())).on('close', () => resolve(text));
  });
}

describe('What cannot even be read as a request', () => {
  it.each([
    ['is not HTTP', 'hello\r\n\r\n'],
    ['has an unknown method', 'FOO / HTTP/1.1\r\nhost: x\r\n\r\n'],
    ['has too many headers', `GET / HTTP/1.1\r\nhost: x\r\nx-a: ${'a'.repeat(20_000)}\r\n\r\n`],
  ])('gets a problem too: what %s', async (_, bytes) => {
    const [head = '', body = ''] = (await said(bytes)).split('\r\n\r\n');

    expect(head).toMatch(/^HTTP\/1\.1 400 .*application\/problem\+json/s);
    expect(JSON.parse(body)).toMatchObject({ status: 400, code: 'request_invalid', retryable: false });
  });
});

describe('A page that a browser would not ask about first', () => {
  it.each([undefined, 'text/plain', 'application/x-www-form-urlencoded'])(
    'runs nothing: content type %s',
    async (type) => {
      const { body } = await rawRequest(server.url, {
        method: 'POST',
        path: `/api/tools/${WRITE_NOTE}/execute`,
        headers: {
          authorization: `Bearer ${composio.apiKey}`,
          origin: 'https://evil.example',
          ...(type ? { 'content-type': type } : {}),
        },
        body: '{"text":"hello"}',
      });

      expect(JSON.parse(body.toString())).toMatchObject({ status: 400, code: 'request_invalid' });
      expect(composio.executions).toEqual([]);
    },
  );
});

it('a request that came before what cannot be read is not told that it was refused', async () => {
  const door = gate();
  composio.on(EXECUTE).once(door.hold);
  const body = '{"text":"hello"}';
  const head = `POST /api/tools/${WRITE_NOTE}/execute HTTP/1.1\r\nhost: x\r\nx-api-key: ${composio.apiKey}`;
  const type = `content-type: application/json\r\ncontent-length: ${body.length}`;

  const answer = await said(`${head}\r\n${type}\r\n\r\n${body}no HTTP\r\n\r\n`);
  door.open();

  expect(answer).toBe('');
});
