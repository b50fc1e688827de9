/** Where lines cannot be overwritten, there is a new one only so often. */
const SELDOM_MS = 5_000;

/** One line that says what is going on. */
export class Progress {
  private readonly startedAt = performance.now();
  private part = '';
  private saidAt = -Infinity;

  /** Since the beginning, in seconds. */
  get seconds(): number {
    return Math.round((performance.now() - this.startedAt) / 1_000);
  }

  begin(part: string): void {
    this.part = part;
    this.saidAt = -Infinity;
    this.say('');
  }

  say(what: string): void {
    const line = `[${String(this.seconds).padStart(3)} s] ${this.part}${what && ': '}${what}`;
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${line.slice(0, process.stderr.columns - 1)}`);
    else if (performance.now() - this.saidAt > SELDOM_MS) {
      process.stderr.write(`${line}\n`);
      this.saidAt = performance.now();
    }
  }

  end(): void {
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[2K');
  }
}
