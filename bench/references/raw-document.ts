import { createServer } from 'node:http';
import { get, type Got } from '../harness/get.js';

/*
 * What is left of serving a document when everything else is taken away: node:http, and a buffer that lies ready. It takes the
 * document from DOCUMENT_PORT when it starts, and from then on sends the same bytes: the same headers, the same body.
 */

const port = Number(process.env.DOCUMENT_PORT);
const authorization = process.env.DOCUMENT_AUTHORIZATION ?? '';

/** Node adds these itself. */
const OWN_HEADERS = new Set(['date', 'connection', 'keep-alive']);

async function take(headers: Readonly<Record<string, string>>) {
  const got = await get(port, '/openapi.json', { authorization, ...headers });
  return { body: got.body, headers: headersOf(got) };
}

function headersOf({ headers }: Got): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      OWN_HEADERS.has(name) ? [] : [[name, String(value)]],
    ),
  );
}

const br = await take({ 'accept-encoding': 'br' });
const identity = await take({ 'accept-encoding': 'identity' });
const etag = br.headers.etag ?? '';
const unchanged = await take({ 'accept-encoding': 'br', 'if-none-match': etag });

const server = createServer({ keepAliveTimeout: 72_000 }, (request, response) => {
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, unchanged.headers).end();
    return;
  }
  const document = request.headers['accept-encoding']?.includes('br') ? br : identity;
  response.writeHead(200, document.headers).end(document.body);
});
server.listen(Number(process.env.PORT), '127.0.0.1');
