import fc from 'fast-check';
import { jsonMembers } from './json-members.js';

const textOf = (json: string) =>
  Object.fromEntries([...jsonMembers(json)].map(([name, text]) => [name, text]));

describe('jsonMembers', () => {
  it.each([
    ['{}', {}],
    [' { } ', {}],
    ['{"a":1}', { a: '1' }],
    ['{"id":12345678901234567890,"f":1e400}', { id: '12345678901234567890', f: '1e400' }],
    [
      ' {\n "a" : { "b": [1, {"c":"}"}] } ,\t"d": "x,\\"y\\\\" }',
      { a: '{ "b": [1, {"c":"}"}] }', d: '"x,\\"y\\\\"' },
    ],
    ['{"a":1,"a":2}', { a: '2' }],
    ['{"\\u0061":true,"__proto__":null}', JSON.parse('{"a":"true","__proto__":"null"}')],
    ['{"é💥":"é💥"}', { 'é💥': '"é💥"' }],
    ['{"":0}', { '': '0' }],
  ])('the members of %s are found, each as it was written', (json, members) => {
    expect(textOf(json)).toEqual(members);
  });

  it('agrees with JSON.parse on any object', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()),
        fc.constantFrom(0, 1, '\t'),
        (object, indent) => {
          const json = JSON.stringify(object, null, indent);
          const members = [...jsonMembers(json)].map(([name, text]) => [name, JSON.parse(text)]);
          expect(Object.fromEntries(members)).toEqual(JSON.parse(json));
        },
      ),
    );
  });
});
