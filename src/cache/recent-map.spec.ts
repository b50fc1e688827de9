import { RecentMap } from './recent-map.js';

describe('RecentMap', () => {
  it('keeps what was set last', () => {
    const map = new RecentMap<number>(2);
    map.set('a', 1);
    map.set('b', 2);
    map.set('a', 3);
    map.set('c', 4);

    expect([...map]).toEqual([
      ['a', 3],
      ['c', 4],
    ]);
    expect([map.get('a'), map.get('b')]).toEqual([3, undefined]);
  });

  it('forgets what is deleted', () => {
    const map = new RecentMap<number>(2);
    map.set('a', 1);
    map.delete('a');

    expect(map.get('a')).toBeUndefined();
  });
});
