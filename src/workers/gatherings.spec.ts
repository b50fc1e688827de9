import { Gatherings } from './gatherings.js';
import type { ToWorker } from './messages.js';

const WORKERS = ['a', 'b', 'c'];

/** Gatherings of workers of these names, and what was said to each, in order. */
function gathered() {
  const said: string[] = [];
  const timers: (() => void)[] = [];
  const told = (message: ToWorker) =>
    message.kind === 'gathered'
      ? ` ${message.id}: ${message.others.join(' ')}|${message.ended.join(' ')}`
      : `: ${message.kind}`;
  const gatherings = new Gatherings<string>(
    (worker, message) => said.push(worker + told(message)),
    (_, then) => timers.push(then),
  );
  return {
    said,
    timeIsUp: () => timers.splice(0).forEach((then) => then()),
    start: (asker: string, id: number, workers = WORKERS) =>
      gatherings.start(asker, { kind: 'gather', id, text: `${asker}${id}` }, workers),
    say: (worker: string, gathering: number, text: string) =>
      gatherings.take(worker, { kind: 'say', gathering, text }),
    forget: (worker: string) => gatherings.forget(worker),
  };
}

describe('A worker that asks all others', () => {
  it('gets what each of them says', () => {
    const { start, say, said, timeIsUp } = gathered();
    start('a', 7);
    say('c', 1, 'see');
    say('b', 1, 'bee');
    timeIsUp();

    expect(said).toEqual(['b: asked', 'c: asked', 'a 7: see bee|']);
  });

  it('gets an answer at once where there is no other', () => {
    const { start, said } = gathered();
    start('a', 7, ['a']);
    expect(said).toEqual(['a 7: |']);
  });

  it('gets its own, though others ask meanwhile', () => {
    const { start, say, said } = gathered();
    start('a', 7, ['a', 'b']);
    start('b', 8, ['a', 'b']);
    say('a', 2, 'of-a');
    say('b', 1, 'of-b');

    expect(said.slice(2)).toEqual(['b 8: of-a|', 'a 7: of-b|']);
  });

  it('gets what one said last that does not answer in time, and nothing of one that never did', () => {
    const { start, say, said, timeIsUp } = gathered();
    start('a', 1);
    say('b', 1, 'old');
    timeIsUp();
    start('a', 2);
    say('c', 2, 'see');
    timeIsUp();
    say('b', 2, 'late');
    start('a', 3, ['a']);

    expect(said.filter((line) => line.startsWith('a'))).toEqual([
      'a 1: old|',
      'a 2: old see|',
      'a 3: late see|',
    ]);
  });

  it('gets what one said last that is gone, whether it asked or was asked, and waits for it no longer', () => {
    const { start, say, said, forget } = gathered();
    start('a', 1);
    say('b', 1, 'bee');
    forget('c');
    start('b', 2, ['a', 'b']);
    forget('a');
    start('d', 3, ['b', 'd']);
    say('b', 3, 'more');

    expect(said.filter((line) => line.includes('|'))).toEqual(['a 1: bee|', 'b 2: |a1', 'd 3: more|a1']);
  });

  it('is not told of all that ever died', () => {
    const { start, said, forget } = gathered();
    for (let id = 1; id <= 60; id += 1) {
      start('a', id, ['a']);
      forget('a');
    }
    start('b', 99, ['b']);

    const ended = Array.from({ length: 50 }, (_, index) => `a${index + 11}`);
    expect(said.at(-1)).toBe(`b 99: |${ended.join(' ')}`);
  });
});
