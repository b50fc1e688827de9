import type { ToPrimary, ToWorker } from './messages.js';

/** A load that is under way in one worker, and those that wait for it in others. */
interface Flight<W> {
  readonly loader: W;
  readonly waiting: { readonly worker: W; readonly id: number }[];
}

interface Kept {
  readonly text: string;
  readonly until: number;
}

/** So many characters of what workers loaded are kept for the others; the oldest go first. */
const MOST_CHARACTERS = 64 * 1024 * 1024;

/**
 * Lets workers share what they load: one loads, the others wait for it, and for a short while it is handed out again. A load that
 * fails is nobody's answer: all who waited load for themselves. Knows keys and texts only, and nothing of what they mean.
 */
export class Relay<W> {
  private readonly flights = new Map<string, Flight<W>>();
  private readonly kept = new Map<string, Kept>();
  private characters = 0;

  constructor(private readonly send: (worker: W, message: ToWorker) => void) {}

  /** @param now on the clock that `keepMs` is counted on, in milliseconds */
  take(worker: W, message: Extract<ToPrimary, { key: string }>, now: number): void {
    if (message.kind === 'ask') this.ask(worker, message.id, message.key, now);
    else if (message.kind === 'failed') this.land(message.key, worker);
    else {
      this.keep(message.key, { text: message.text, until: now + message.keepMs });
      this.land(message.key, worker, message.text);
    }
  }

  /** To be called when a worker is gone: nobody waits for it any more. */
  forget(worker: W): void {
    for (const [key, { loader, waiting }] of this.flights) {
      const others = waiting.filter((entry) => entry.worker !== worker);
      waiting.splice(0, waiting.length, ...others);
      if (loader === worker) this.land(key, worker);
    }
  }

  private ask(worker: W, id: number, key: string, now: number): void {
    const known = this.kept.get(key);
    const flight = this.flights.get(key);
    if (known && known.until > now) this.send(worker, { kind: 'text', id, text: known.text });
    else if (flight) flight.waiting.push({ worker, id });
    else {
      this.flights.set(key, { loader: worker, waiting: [] });
      this.send(worker, { kind: 'load', id });
    }
  }

  private land(key: string, loader: W, text?: string): void {
    const flight = this.flights.get(key);
    if (flight?.loader !== loader) return;
    this.flights.delete(key);
    for (const { worker, id } of flight.waiting) {
      this.send(worker, text === undefined ? { kind: 'load', id } : { kind: 'text', id, text });
    }
  }

  private keep(key: string, value: Kept): void {
    this.drop(key);
    this.kept.set(key, value);
    this.characters += value.text.length;
    for (const [oldest] of this.kept) {
      if (this.characters <= MOST_CHARACTERS) break;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    this.characters -= this.kept.get(key)?.text.length ?? 0;
    this.kept.delete(key);
  }
}
