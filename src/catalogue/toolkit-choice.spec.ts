import { chooseToolkits } from './toolkit-choice.js';

describe('chooseToolkits', () => {
  it.each([
    ['the most used', ['a', 'b', 'c'], [], 2, ['a', 'b']],
    ['connected ones first', ['a', 'b', 'c'], ['c'], 2, ['c', 'a']],
    ['connected ones that few use', ['a', 'b'], ['z', 'y', 'b'], 4, ['b', 'y', 'z', 'a']],
    ['not even all connected ones where there are too many', ['a'], ['x', 'y', 'z'], 2, ['x', 'y']],
    ['fewer than asked for', ['a'], [], 15, ['a']],
  ])('offers %s', (_, mostUsed, connected, max, chosen) => {
    expect(chooseToolkits(mostUsed, new Set(connected), max)).toEqual(chosen);
  });
});
