/** What a request says. */
export interface RequestFacts {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A request as bytes, with the headers that Open WebUI's client sends. */
export function requestBytes({ method = 'GET', path, headers = {}, body }: RequestFacts): Buffer {
  const all: Record<string, string> = {
    host: 'tools.example:8000',
    accept: '*/*',
    'user-agent': 'Python/3.12 aiohttp/3.13.2',
    ...(body === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`);
}

/** The header that carries an API key. */
export function bearer(key: string): { readonly authorization: string } {
  return { authorization: `Bearer ${key}` };
}
