import { type Budget, fitBudget } from './budget.js';

const fit = (sizes: readonly (number | undefined)[], budget: Budget) => {
  const made: number[] = [];
  const { chosen, ...rest } = fitBudget([...sizes.keys()], budget, (index) => {
    made.push(index);
    const bytes = sizes[index];
    return bytes === undefined ? undefined : { index, bytes };
  });
  return { chosen: chosen.map(({ index }) => index), ...rest, made: made.length };
};

describe('fitBudget', () => {
  it.each([
    [
      'everything',
      [1, 2, 3],
      { operations: 3, bytes: 6 },
      { chosen: [0, 1, 2], unfit: 0, complete: true, made: 3 },
    ],
    [
      'as many as there may be',
      [1, 1, 1],
      { operations: 2, bytes: 9 },
      { chosen: [0, 1], unfit: 0, complete: false, made: 2 },
    ],
    [
      'smaller ones behind one that is too large',
      [3, 9, 2],
      { operations: 9, bytes: 5 },
      { chosen: [0, 2], unfit: 0, complete: false, made: 3 },
    ],
    [
      'what can be offered',
      [1, undefined, 1],
      { operations: 9, bytes: 9 },
      { chosen: [0, 2], unfit: 1, complete: true, made: 3 },
    ],
    ['nothing', [], { operations: 9, bytes: 9 }, { chosen: [], unfit: 0, complete: true, made: 0 }],
    [
      'nothing into no room',
      [1],
      { operations: 0, bytes: 9 },
      { chosen: [], unfit: 0, complete: false, made: 0 },
    ],
  ])('takes %s', (_, sizes, budget, result) => {
    expect(fit(sizes, budget)).toEqual(result);
  });

  it('stops making candidates once the document is full', () => {
    const { chosen, complete, made } = fit([5, ...Array.from({ length: 1_000 }, () => 9)], {
      operations: 60,
      bytes: 10,
    });
    expect({ chosen, complete }).toEqual({ chosen: [0], complete: false });
    expect(made).toBeLessThan(50);
  });
});
