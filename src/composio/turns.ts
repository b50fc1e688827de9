let last: Promise<unknown> = Promise.resolve();

/**
 * Waits for a turn of the event loop of one's own. Several large answers can arrive at once: taking turns, each holds everybody
 * else up for its own time only.
 */
export function ownTurn(): Promise<unknown> {
  last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
  return last;
}
