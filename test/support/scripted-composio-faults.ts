import type { ServerResponse } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { type Answer, problem, type RecordedRequest } from './scripted-composio-api.js';

/** One request that is being answered. */
export interface Exchange {
  readonly request: RecordedRequest;
  readonly response: ServerResponse;
  /** Does what was asked, and gives the answer that Composio at its best would send. */
  readonly act: () => Answer;
  /** Sends an answer. */
  readonly send: (answer: Answer) => void;
}

/** A way to answer a request. */
export type Fault = (exchange: Exchange) => void | Promise<void>;

function reset({ socket }: ServerResponse): void {
  // Behind TLS there is no way to send a TCP reset: the connection just ends, in the middle of everything.
  if (socket && 'encrypted' in socket) socket.destroy();
  else socket?.resetAndDestroy();
}

/** As if nothing were wrong. */
export const normally: Fault = (exchange) => exchange.send(exchange.act());

/** Does what was asked, and resets the connection without a word. */
export const resetBeforeHeaders: Fault = ({ act, response }) => {
  act();
  reset(response);
};

/** Does what was asked, and resets the connection behind the head of the answer. */
export const resetAfterHeaders: Fault = ({ act, response }) => {
  const { status, text } = act();
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  });
  response.flushHeaders();
  setImmediate(() => reset(response));
};

/** Does what was asked, and resets the connection in the middle of the answer. */
export const resetMidBody: Fault = ({ act, response }) => {
  const { status, text } = act();
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  });
  response.write(text.slice(0, text.length / 2), () => reset(response));
};

/** Does what was asked, and ends the connection in order, but before all of the announced bytes. */
export const cutBody: Fault = ({ act, response }) => {
  const { status, text } = act();
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text) + 9,
  });
  response.write(text, () => response.socket?.end());
};

/** Does what was asked, and never answers. */
export const hang: Fault = ({ act }) => void act();

/** Does what was asked, and sends the answer byte by byte, one each 10 ms. */
export const drip: Fault = ({ act, response }) => {
  const { status, text } = act();
  response.writeHead(status, { 'content-type': 'application/json' });
  let sent = 0;
  const timer = setInterval(() => response.write(text[sent++] ?? ' '), 10);
  response.once('close', () => clearInterval(timer));
};

/** Waits, then answers as ever, or otherwise. */
export function delayed(ms: number, then: Fault = normally): Fault {
  return async (exchange) => {
    // Not waited for when the tests are over.
    await new Promise((resolve) => setTimeout(resolve, ms).unref());
    await then(exchange);
  };
}

/** A status with an error of Composio's; from 500 on, what was asked for may have been done, and is. */
export function status(
  code: number,
  headers: Record<string, string> = {},
  message = `Answer ${code}`,
): Fault {
  return ({ act, send }) => {
    if (code >= 500) act();
    send({ ...problem(code, 10_000 + code, `HTTP_${code}`, message), headers });
  };
}

/** Does what was asked, and answers with this text instead. */
export function text(body: string, { code = 200, type = 'application/json', headers = {} } = {}): Fault {
  return ({ act, send }) => {
    act();
    send({ status: code, text: body, headers: { 'content-type': type, ...headers } });
  };
}

/** An edge's page where JSON belongs. */
export const htmlPage = text('<!doctype html><title>One moment</title>', { type: 'text/html' });

/** Points elsewhere. */
export function redirect(location: string, code = 302): Fault {
  return ({ send }) => send({ status: code, text: '', headers: { location } });
}

/** More bytes than anybody wants. */
export function huge(bytes: number): Fault {
  return ({ act, response }) => {
    act();
    response.writeHead(200, { 'content-type': 'application/json' });
    const block = Buffer.alloc(1024 * 1024, 0x20);
    const blocks = Array.from({ length: Math.ceil(bytes / block.length) }, () => block);
    pipeline(Readable.from(blocks), response, () => undefined);
  };
}

/** Few bytes that unpack to very many. */
export function gzipBomb(bytes: number): Fault {
  const bomb = gzipSync(Buffer.alloc(bytes, 0x20));
  return ({ act, response }) => {
    act();
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    response.end(bomb);
  };
}

/** A door that requests wait at until it is opened. */
export interface Gate {
  readonly hold: Fault;
  /** Resolves when a request waits at it. */
  readonly reached: Promise<void>;
  readonly open: () => void;
}

/** Holds requests up until the test lets them go on. */
export function gate(then: Fault = normally): Gate {
  const reached = withResolvers();
  const opened = withResolvers();
  const hold: Fault = async (exchange) => {
    reached.resolve();
    await opened.promise;
    await then(exchange);
  };
  return { hold, reached: reached.promise, open: opened.resolve };
}

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
