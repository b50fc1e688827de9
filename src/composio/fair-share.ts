import { Problem } from '../errors/problem.js';

const RETRY_SOON_SECONDS = 5;
/** So much of the time of a call may pass in line. One that is sent with little time left runs, and nobody hears how it went. */
const WAITING_PART = 0.5;

/** A place among the requests that are under way. */
interface Waiting {
  readonly enter: () => void;
}

/**
 * Lets each credential have so many requests under way at once, and no more: one whose tools hang must not keep the connections of
 * all others. Who comes later waits in line.
 */
export class FairShare {
  private readonly underWay = new Map<string, number>();
  private readonly lines = new Map<string, Waiting[]>();

  constructor(private readonly most: number) {}

  /** How many wait in all lines. */
  get waiting(): number {
    return [...this.lines.values()].reduce((sum, line) => sum + line.length, 0);
  }

  /** Takes a place, if there is one. */
  take(fingerprint: string): boolean {
    const count = this.underWay.get(fingerprint) ?? 0;
    if (count >= this.most) return false;
    this.underWay.set(fingerprint, count + 1);
    return true;
  }

  /**
   * Waits for a place and takes it.
   * @param deadlineAt when the call must be over, on the clock of `performance.now()`
   * @throws {Problem} `overloaded` when there is none in half of the time until then; nothing was sent
   */
  wait(fingerprint: string, deadlineAt: number): Promise<void> {
    const line = this.lines.get(fingerprint) ?? [];
    this.lines.set(fingerprint, line);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => {
          line.splice(line.indexOf(waiting), 1);
          reject(overloaded());
        },
        (deadlineAt - performance.now()) * WAITING_PART,
      );
      const waiting = {
        enter: () => {
          clearTimeout(timer);
          resolve();
        },
      };
      line.push(waiting);
    });
  }

  /** Gives a place back: it goes to the first in line, so the count stays; or nobody waits. */
  giveBack(fingerprint: string): void {
    const line = this.lines.get(fingerprint);
    const next = line?.shift();
    if (next) return next.enter();
    this.lines.delete(fingerprint);
    const count = (this.underWay.get(fingerprint) ?? 1) - 1;
    if (count === 0) this.underWay.delete(fingerprint);
    else this.underWay.set(fingerprint, count);
  }
}

function overloaded(): Problem {
  return new Problem('overloaded', 'Too many calls with this API key are under way: this one was not sent.', {
    retryable: true,
    retryAfterSeconds: RETRY_SOON_SECONDS,
  });
}
