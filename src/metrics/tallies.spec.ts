import { Labelled } from './labelled.js';
import { Count, Durations } from './tallies.js';

describe('Tallies', () => {
  it('say how many were within each bound, how many there were, and how long all took', () => {
    const durations = new Durations();
    for (const seconds of [0, 0.001, 0.0011, 0.3, 60, 61]) durations.add(seconds);

    const lines = durations.values({ route: '/x' }, 'd').map(({ metricName, labels, value }) => {
      expect(labels.route).toBe('/x');
      return `${metricName} ${labels.le ?? ''} ${value}`;
    });

    expect(lines).toEqual([
      'd_bucket 0.001 2',
      'd_bucket 0.005 3',
      'd_bucket 0.025 3',
      'd_bucket 0.1 3',
      'd_bucket 0.25 3',
      'd_bucket 0.5 4',
      'd_bucket 1 4',
      'd_bucket 2.5 4',
      'd_bucket 5 4',
      'd_bucket 10 4',
      'd_bucket 30 4',
      'd_bucket 60 5',
      'd_bucket +Inf 6',
      'd_sum  121.3021',
      'd_count  6',
    ]);
  });

  it('are one for each combination of labels', () => {
    const counts = new Labelled(['method', 'status'], () => new Count());
    counts.at('GET', 200).add();
    counts.at('GET', 404).add();
    counts.at('GET', 200).add(2);

    expect([...counts].flatMap(([labels, count]) => count.values(labels))).toEqual([
      { labels: { method: 'GET', status: '200' }, value: 3 },
      { labels: { method: 'GET', status: '404' }, value: 1 },
    ]);
  });

  it('have no labels where there are none', () => {
    const counts = new Labelled([], () => new Count());
    expect([...counts]).toEqual([]);
    counts.at().add();
    expect([...counts].flatMap(([labels, count]) => count.values(labels))).toEqual([
      { labels: {}, value: 1 },
    ]);
  });
});
