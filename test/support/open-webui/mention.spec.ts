import { mentions } from './mention.js';

it.each<[string, unknown, boolean]>([
  ['One of a, b', 'a', true],
  ['One of `a`', 'a', true],
  ['Above', 'a', false],
  ['', 'a', false],
  ['Default: 10', 1, false],
  ['Default: -1.5', -1.5, true],
  ['Default: false', false, true],
  ['Or null', null, true],
  ['Default: ""', '', true],
  ['Nothing', '', false],
  ['A text', ' ', false],
  ['Default: {"a":[1]}', { a: [1] }, true],
  ['Default: {"a": 1}', { a: 2 }, false],
  ['Say \\"hi\\"', 'Say "hi"', true],
  ['one line two', 'one\n  line two', true],
  [`${'x'.repeat(32)}…`, 'x'.repeat(500), true],
  ['x'.repeat(32), 'x'.repeat(500), false],
  ['C++ or C#', 'C++', true],
])('%j mentions %j: %s', (text, value, expected) => {
  expect(mentions(text, value)).toBe(expected);
});
