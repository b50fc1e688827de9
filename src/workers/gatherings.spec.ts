import { Gatherings } from './gatherings.js';
import type { ToWorker } from './messages.js';

const WORKERS = ['a', 'b', 'c'];

/** Gatherings of workers of these names, and what was said to each, in order. */
function gathered() {
  const said: string[] = [];
  const timers: (() => void)[] = [];
  const gatherings = new Gatherings<string>(
    (worker, message: ToWorker) =>
      said.push(
        message.kind === 'gathered'
          ? `${worker} ${message.id}: ${message.texts.join(' ') || 'nothing'}`
          : `${worker}: ${message.kind}`,
      ),
    (_, then) => timers.push(then),
  );
  return {
    said,
    gatherings,
    timeIsUp: () => timers.forEach((then) => then()),
    start: (asker: string, id: number, workers = WORKERS) =>
      gatherings.start(asker, { kind: 'gather', id, question: 'q' }, workers),
  };
}

describe('A worker that asks all others', () => {
  it('gets what each of them says', () => {
    const { start, gatherings, said, timeIsUp } = gathered();
    start('a', 7);
    gatherings.take('c', 1, 'see');
    gatherings.take('b', 1, 'bee');
    gatherings.take('b', 1, 'again');
    timeIsUp();

    expect(said).toEqual(['b: asked', 'c: asked', 'a 7: see bee']);
  });

  it.each<[string, (its: ReturnType<typeof gathered>) => void]>([
    ['does not answer in time', ({ timeIsUp }) => timeIsUp()],
    ['is gone', ({ gatherings }) => gatherings.forget('c')],
    ['has nothing to say', ({ gatherings }) => gatherings.take('c', 1, undefined)],
  ])('does without one that %s', (_, happens) => {
    const its = gathered();
    its.start('a', 7);
    its.gatherings.take('b', 1, 'bee');
    happens(its);
    its.gatherings.take('c', 1, 'late');

    expect(its.said.slice(2)).toEqual(['a 7: bee']);
  });

  it('gets an answer at once where there is no other', () => {
    const { start, said } = gathered();
    start('a', 7, ['a']);
    expect(said).toEqual(['a 7: nothing']);
  });

  it('gets its own, though others ask meanwhile', () => {
    const { start, gatherings, said } = gathered();
    start('a', 7, ['a', 'b']);
    start('b', 7, ['a', 'b']);
    gatherings.take('a', 2, 'of a');
    gatherings.take('b', 1, 'of b');

    expect(said.slice(2)).toEqual(['b 7: of a', 'a 7: of b']);
  });
});
