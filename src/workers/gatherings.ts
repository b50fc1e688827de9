import type { ToPrimary, ToWorker } from './messages.js';

/** What workers have to say, but for the one that asks. */
export interface Gathered {
  /** Of those that serve. */
  readonly others: readonly string[];
  /** What those said last that are gone. */
  readonly ended: readonly string[];
}

/** One worker's question to all others. */
interface Gathering<W> {
  readonly asker: W;
  readonly id: number;
  readonly missing: Set<W>;
}

/** A worker that is busy for so long is not waited for: who asked has somebody waiting, too. */
const LONGEST_MS = 1_000;
/** Workers that die again and again are forgotten, the oldest first. */
const MOST_ENDED = 50;

/**
 * Lets a worker know what the others have to say. What one said last stands for it while it does not answer, and when it is gone: what
 * is added up of it never becomes less. Knows texts only, and nothing of what they mean.
 */
export class Gatherings<W> {
  private readonly underWay = new Map<number, Gathering<W>>();
  private readonly last = new Map<W, string>();
  private readonly ended: string[] = [];
  private count = 0;

  /** @param after calls back after so many milliseconds */
  constructor(
    private readonly send: (worker: W, message: ToWorker) => void,
    private readonly after: (ms: number, then: () => void) => void,
  ) {}

  /** @param all who may be asked, the asker among them */
  start(asker: W, { id, text }: Extract<ToPrimary, { kind: 'gather' }>, all: Iterable<W>): void {
    this.last.set(asker, text);
    const number = (this.count += 1);
    const missing = new Set([...all].filter((worker) => worker !== asker));
    this.underWay.set(number, { asker, id, missing });
    for (const other of missing) this.send(other, { kind: 'asked', gathering: number });
    if (missing.size === 0) this.end(number);
    else this.after(LONGEST_MS, () => this.end(number));
  }

  take(worker: W, { gathering, text }: Extract<ToPrimary, { kind: 'say' }>): void {
    this.last.set(worker, text);
    this.settle(worker, gathering);
  }

  /** To be called when a worker is gone: nobody waits for it any more. */
  forget(worker: W): void {
    const text = this.last.get(worker);
    if (this.last.delete(worker) && text !== undefined) this.ended.push(text);
    if (this.ended.length > MOST_ENDED) this.ended.shift();
    for (const number of this.underWay.keys()) this.settle(worker, number);
  }

  private settle(worker: W, number: number): void {
    const gathering = this.underWay.get(number);
    if (gathering?.missing.delete(worker) && gathering.missing.size === 0) this.end(number);
  }

  private end(number: number): void {
    const gathering = this.underWay.get(number);
    if (!this.underWay.delete(number) || !gathering) return;
    const { asker, id } = gathering;
    const others = [...this.last].flatMap(([worker, text]) => (worker === asker ? [] : text));
    this.send(asker, { kind: 'gathered', id, others, ended: [...this.ended] });
  }
}
