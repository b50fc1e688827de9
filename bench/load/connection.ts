import { connect, type Socket } from 'node:net';

/** What the client looks at in an answer. */
export interface Received {
  readonly status: number;
  /** Of the body. */
  readonly bytes: number;
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/**
 * One keep-alive connection of a client that costs a tenth of node:http's: it writes prepared bytes and reads just enough of
 * an answer to know where it ends.
 */
export class Connection {
  private head: Buffer | undefined;
  private missing = 0;
  private received: Received | undefined;
  private onAnswer: ((received: Received) => void) | undefined;
  private onFailure: ((error: Error) => void) | undefined;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.read(chunk));
    socket.on('error', () => undefined);
    socket.once('close', () => this.onFailure?.(new Error('the server closed the connection')));
  }

  /** @throws when nobody listens there */
  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('error', reject);
      socket.once('connect', () => resolve(new Connection(socket)));
    });
  }

  get isOpen(): boolean {
    return !this.socket.destroyed && this.socket.readable;
  }

  /** Sends a request; its answer has to come before the next one is sent. */
  send(request: Buffer, onAnswer: (received: Received) => void, onFailure: (error: Error) => void): void {
    this.onAnswer = onAnswer;
    this.onFailure = onFailure;
    this.socket.write(request);
  }

  close(): void {
    this.onFailure = undefined;
    this.socket.destroy();
  }

  private read(chunk: Buffer): void {
    if (this.received) {
      this.missing -= chunk.length;
    } else {
      const head = this.head ? Buffer.concat([this.head, chunk]) : chunk;
      const end = head.indexOf(END_OF_HEAD);
      if (end === -1) {
        this.head = head;
        return;
      }
      this.head = undefined;
      this.received = readHead(head.toString('latin1', 0, end));
      this.missing = this.received.bytes - (head.length - end - END_OF_HEAD.length);
    }
    if (this.missing > 0) return;
    const { received } = this;
    this.received = undefined;
    if (this.missing < 0) this.socket.destroy(new Error('more arrived than was announced'));
    else if (received) this.onAnswer?.(received);
  }
}

function readHead(head: string): Received {
  const status = Number(head.slice(9, 12));
  if (status === 304 || status === 204) return { status, bytes: 0 };
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length === undefined) throw new Error(`an answer without a length: ${head}`);
  return { status, bytes: Number(length) };
}
