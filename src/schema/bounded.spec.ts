import { bounded, spend } from './bounded.js';

const endless = (step: () => void) => () => {
  for (;;) step();
};

describe('bounded', () => {
  it('gives what the work gives', () => {
    expect(bounded(3, () => [spend(1), spend(2), 'done'].at(-1))).toBe('done');
  });

  it('ends work of too many steps', () => {
    let taken = 0;
    const work = endless(() => spend((taken += 1) && 1));
    expect(bounded(1_000, work)).toBeUndefined();
    expect(taken).toBe(1_001);
  });

  it('ends work of too many levels', () => {
    const deeper = (): number => deeper() + 1;
    expect(bounded(1_000, deeper)).toBeUndefined();
  });

  it('counts for the innermost only, and for nobody outside', () => {
    const outer = () => {
      spend(1);
      return bounded(1_000, () => spend(900) ?? 'inner');
    };
    expect(bounded(1, outer)).toBe('inner');
    expect(() => spend(1e9)).not.toThrow();
  });

  it('lets other failures pass', () => {
    expect(() => bounded(1, () => JSON.parse('{') as unknown)).toThrow(SyntaxError);
  });
});
