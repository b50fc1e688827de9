import type { ToPrimary, ToWorker } from './messages.js';

/** One question to all others, and what they said so far. */
interface Gathering<W> {
  readonly asker: W;
  readonly id: number;
  readonly missing: Set<W>;
  readonly texts: string[];
}

/** A worker that is busy for so long is left out: who asked has somebody waiting, too. */
const LONGEST_MS = 1_000;

/** Lets a worker know what the others say to a question. Knows texts only, and nothing of what they mean. */
export class Gatherings<W> {
  private readonly underWay = new Map<number, Gathering<W>>();
  private count = 0;

  /** @param after calls back after so many milliseconds */
  constructor(
    private readonly send: (worker: W, message: ToWorker) => void,
    private readonly after: (ms: number, then: () => void) => void,
  ) {}

  /** @param all who may be asked, the asker among them */
  start(asker: W, { id, question }: Extract<ToPrimary, { kind: 'gather' }>, all: Iterable<W>): void {
    const number = (this.count += 1);
    const others = [...all].filter((worker) => worker !== asker);
    this.underWay.set(number, { asker, id, missing: new Set(others), texts: [] });
    for (const other of others) this.send(other, { kind: 'asked', gathering: number, question });
    if (others.length === 0) this.end(number);
    else this.after(LONGEST_MS, () => this.end(number));
  }

  /** @param text what the worker says, if it says something */
  take(worker: W, number: number, text: string | undefined): void {
    const gathering = this.underWay.get(number);
    if (!gathering?.missing.delete(worker)) return;
    if (text !== undefined) gathering.texts.push(text);
    if (gathering.missing.size === 0) this.end(number);
  }

  /** To be called when a worker is gone: nobody waits for it any more. */
  forget(worker: W): void {
    for (const number of this.underWay.keys()) this.take(worker, number, undefined);
  }

  private end(number: number): void {
    const gathering = this.underWay.get(number);
    if (!this.underWay.delete(number) || !gathering) return;
    this.send(gathering.asker, { kind: 'gathered', id: gathering.id, texts: gathering.texts });
  }
}
