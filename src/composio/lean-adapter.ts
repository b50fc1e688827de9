import { type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { AxiosHeaders, type AxiosAdapter, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios';
import type { HeaderList } from '../errors/answer-headers.js';
import { decodeBody } from './decode-body.js';
import type { KeepAliveAgents } from './keep-alive-agents.js';
import { UpstreamFailure } from './upstream-failure.js';

declare module 'axios' {
  interface AxiosRequestConfig {
    /** When the request must be over, retries included, on the clock of `performance.now()`. */
    deadlineAt?: number;
    /** Running a tool or creating something: may never happen twice. */
    write?: boolean;
    /** Sent as they are. They replace `headers`: axios's header objects cost as much as the request. */
    wireHeaders?: HeaderList;
  }
}

/** What the adapter is told once. */
export interface LeanAdapterOptions {
  readonly baseUrl: string;
  readonly agents: KeepAliveAgents;
  /** Milliseconds for DNS, TCP and TLS together. */
  readonly connectTimeoutMs: number;
  /** The largest answer taken, in decoded bytes. */
  readonly maxAnswerBytes: number;
}

/**
 * An axios adapter over `node:http` for exactly what this server sends: text out, text in, to one host. A request goes to
 * `baseUrl` whatever its `url` says, follows no redirect, ends by `deadlineAt` even while a body drips in, and holds no more
 * than `maxAnswerBytes`. It knows whether a failed request ever left, which decides about repeating it.
 */
export function leanAdapter(options: LeanAdapterOptions): AxiosAdapter {
  const { baseUrl, agents, connectTimeoutMs, maxAnswerBytes } = options;
  const base = new URL(baseUrl);
  const secure = base.protocol === 'https:';
  const agent = secure ? agents.https : agents.http;
  // Node wants an IPv6 address without the brackets a URL needs.
  const host = base.hostname.replace(/^\[|\]$/g, '');
  const port = base.port || (secure ? 443 : 80);
  const basePath = base.pathname.replace(/\/$/, '');
  const ownHeaders = ['host', base.host, 'connection', 'keep-alive'];
  const send = secure ? httpsRequest : httpRequest;

  return (config) =>
    new Promise((resolve, reject) => {
      const request = send({
        agent,
        host,
        port,
        method: config.method,
        path: basePath + config.url,
        headers: [...ownHeaders, ...(config.wireHeaders ?? [])],
      });
      const exchange = new Exchange(request, config, resolve, reject);
      exchange.endBy(config.deadlineAt);
      request.once('socket', (socket) => exchange.connectWithin(connectTimeoutMs, socket, secure));
      request.on('error', (error) => exchange.fail(error.message, { cause: error }));
      request.once('response', (response) => exchange.receive(response, maxAnswerBytes));
      request.end(config.data);
    });
}

/** A TLS socket, with what Node's types leave out. */
interface SecuringSocket extends Socket {
  /** The handshake is under way. */
  readonly secureConnecting: boolean;
}

/** One request and its answer; whatever ends it first wins. */
class Exchange {
  private sent = false;
  private deadline: NodeJS.Timeout | undefined;
  private connecting: NodeJS.Timeout | undefined;

  constructor(
    private readonly request: ClientRequest,
    private readonly config: InternalAxiosRequestConfig,
    private readonly resolve: (response: AxiosResponse<string>) => void,
    private readonly reject: (failure: UpstreamFailure) => void,
  ) {}

  endBy(deadlineAt = Infinity): void {
    if (deadlineAt === Infinity) return;
    const leftMs = Math.max(0, deadlineAt - performance.now());
    this.deadline = setTimeout(() => this.fail('the deadline passed', { timedOut: true }), leftMs);
  }

  connectWithin(timeoutMs: number, socket: Socket, secure: boolean): void {
    // A request that had to wait gets a connection that is in use already, but not the mark of a reused one.
    if (!socket.connecting && !(socket as Partial<SecuringSocket>).secureConnecting) {
      this.sent = true;
      return;
    }
    this.connecting = setTimeout(() => this.fail('connecting took too long'), timeoutMs);
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      this.sent = true;
      clearTimeout(this.connecting);
    });
  }

  receive(response: IncomingMessage, limit: number): void {
    rememberKeepAlive(response);
    const encoding = headerOf(response, 'content-encoding');
    // As text right away: bytes are outside of V8's heap, where they would pile up for long before it collects them.
    if (encoding === undefined) response.setEncoding('utf8');
    const text: string[] = [];
    const bytes: Buffer[] = [];
    let size = 0;
    response.on('data', (chunk: string | Buffer) => {
      if (typeof chunk === 'string') text.push(chunk);
      else bytes.push(chunk);
      size += chunk.length;
      if (size > limit) this.fail(`the answer is larger than ${limit} bytes`);
    });
    response.on('error', (error) => this.fail(`the answer was cut: ${error.message}`, { cause: error }));
    response.once('end', () => {
      if (encoding === undefined) return this.settle(response, text.join(''));
      decodeBody(Buffer.concat(bytes), encoding, limit).then(
        (data) => this.settle(response, data.toString()),
        (error: unknown) => this.fail('the answer could not be decoded', { cause: error }),
      );
    });
  }

  fail(message: string, facts: { timedOut?: boolean; cause?: unknown } = {}): void {
    this.clear();
    this.reject(new UpstreamFailure(message, this.config, { ...facts, neverSent: !this.sent }));
    this.request.destroy();
  }

  private settle(message: IncomingMessage, data: string): void {
    this.clear();
    const status = message.statusCode ?? 0;
    const response = { data, status, statusText: '', headers: noHeaders, config: this.config };
    if (status >= 200 && status < 300) this.resolve(response);
    else {
      const retryAfter = headerOf(message, 'retry-after');
      this.reject(new UpstreamFailure(`status ${status}`, this.config, { response, retryAfter }));
    }
  }

  private clear(): void {
    clearTimeout(this.deadline);
    clearTimeout(this.connecting);
  }
}

/** Nobody reads the answer's headers but the adapter, and axios would wrap each of them. */
const noHeaders = new AxiosHeaders();

const KEEP_ALIVE_TIMEOUT = /timeout=(\d+)/i;

/** Lets an idle socket go a second before the other side would, as `Keep-Alive: timeout=N` announces. */
function rememberKeepAlive(response: IncomingMessage): void {
  const socket = response.socket as Socket & { freeSocketTimeout?: number };
  if (socket.freeSocketTimeout !== undefined) return;
  const seconds = KEEP_ALIVE_TIMEOUT.exec(headerOf(response, 'keep-alive') ?? '')?.[1];
  if (seconds) socket.freeSocketTimeout = Math.max(Number(seconds) * 1_000 - 1_000, 100);
}

/** One header, without Node's object of all, which takes a microsecond to make. @param name in lower case */
function headerOf({ rawHeaders }: IncomingMessage, name: string): string | undefined {
  for (let at = 0; at < rawHeaders.length; at += 2)
    if (rawHeaders[at]?.length === name.length && rawHeaders[at]?.toLowerCase() === name)
      return rawHeaders[at + 1];
  return undefined;
}
