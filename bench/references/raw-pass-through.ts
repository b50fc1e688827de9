import { createServer, type IncomingMessage, request as send } from 'node:http';
import { HttpAgent } from 'agentkeepalive';

/*
 * What is left of a tool call when everything else is taken away: node:http in, node:http with agentkeepalive out, the bytes
 * passed on as they are. It checks nothing, has no deadline and forgets no connection.
 */

const upstream = { host: '127.0.0.1', port: Number(process.env.UPSTREAM_PORT) };
const agent = new HttpAgent({ maxSockets: 100, maxFreeSockets: 100, freeSocketTimeout: 15_000, timeout: 0 });

const server = createServer({ keepAliveTimeout: 72_000 }, (request, response) => {
  collect(request, (body) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': body.length,
      'x-api-key': String(request.headers.authorization).slice(7),
    };
    const path = `/api/v3.1${(request.url ?? '').replace(/^\/api\/tools\/(.*)\/execute$/, '/tools/execute/$1')}`;
    const forwarded = send({ ...upstream, agent, method: 'POST', path, headers }, (answer) => {
      collect(answer, (result) => {
        response.writeHead(answer.statusCode ?? 502, {
          'content-type': 'application/json',
          'content-length': result.length,
        });
        response.end(result);
      });
    });
    forwarded.once('error', () => response.writeHead(502).end());
    forwarded.end(body);
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1');

function collect(message: IncomingMessage, done: (body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  message.on('data', (chunk: Buffer) => chunks.push(chunk));
  message.once('end', () => done(Buffer.concat(chunks)));
}
