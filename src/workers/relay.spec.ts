import type { ToWorker } from './messages.js';
import { Relay } from './relay.js';

/** A relay between workers of these names, and what it said to each, in order. */
function relayed() {
  const said: string[] = [];
  const relay = new Relay<string>((worker, message: ToWorker) => {
    const { id } = message as { id: number };
    said.push(`${worker} ${id}: ${message.kind === 'text' ? message.text.slice(0, 10) : message.kind}`);
  });
  let now = 0;
  return {
    said,
    relay,
    passTime: (ms: number) => (now += ms),
    ask: (worker: string, id: number, key = 'k') => relay.take(worker, { kind: 'ask', id, key }, now),
    loaded: (worker: string, text: string, key = 'k') =>
      relay.take(worker, { kind: 'loaded', key, text, keepMs: 100 }, now),
    failed: (worker: string, key = 'k') => relay.take(worker, { kind: 'failed', key }, now),
  };
}

describe('Workers that want the same', () => {
  it('get what one of them loads', () => {
    const { ask, loaded, said } = relayed();
    ask('a', 1);
    ask('b', 1);
    ask('c', 7);
    ask('b', 2);
    expect(said).toEqual(['a 1: load']);

    loaded('a', 'tools');
    expect(said.slice(1)).toEqual(['b 1: tools', 'c 7: tools', 'b 2: tools']);
  });

  it('get it for a while without a load, and then one loads again', () => {
    const { ask, loaded, passTime, said } = relayed();
    ask('a', 1);
    loaded('a', 'tools');
    passTime(99);
    ask('b', 1);
    passTime(1);
    ask('b', 2);

    expect(said).toEqual(['a 1: load', 'b 1: tools', 'b 2: load']);
  });

  it('load for themselves when the load fails, and no failure is kept', () => {
    const { ask, failed, loaded, said } = relayed();
    ask('a', 1);
    ask('b', 1);
    failed('a');
    loaded('b', 'tools');
    ask('c', 1);

    expect(said).toEqual(['a 1: load', 'b 1: load', 'c 1: tools']);
  });

  it('load for themselves when the worker that loads dies', () => {
    const { ask, relay, said } = relayed();
    ask('a', 1);
    ask('b', 1);
    ask('c', 1);
    relay.forget('c');
    relay.forget('a');

    expect(said).toEqual(['a 1: load', 'b 1: load']);
  });

  it('never get what is of another key', () => {
    const { ask, loaded, said } = relayed();
    ask('a', 1, 'mine');
    ask('b', 1, 'yours');
    loaded('a', 'tools', 'mine');
    ask('b', 2, 'yours');

    expect(said).toEqual(['a 1: load', 'b 1: load']);
  });

  it('load again what was too much to keep', () => {
    const { ask, loaded, said } = relayed();
    for (const key of ['first', 'second', 'third']) {
      ask('a', 1, key);
      loaded('a', key.padEnd(30 * 1024 * 1024), key);
    }
    ask('b', 1, 'first');
    ask('b', 2, 'third');

    expect(said.slice(3)).toEqual(['b 1: load', 'b 2: third     ']);
  });
});
