import fc from 'fast-check';
import { splitPage } from './split-page.js';

const parsed = (json: string) => {
  const { page, items } = splitPage(json);
  return { ...(JSON.parse(page) as object), items: items.map((item) => JSON.parse(item) as unknown) };
};

describe('A page', () => {
  it.each([
    '{"items":[]}',
    '{"items":[ ]}',
    ' { "items" : [ {"a":[1,{"b":"]},{["}]} , {"c":"\\"\\\\"} ] , "next_cursor" : "x,y" } ',
    '{"total_items":2,"items":[1,null,"two",[3,[4]],{"items":[5,6]}],"next_cursor":null}',
    '{"other":{"items":[1,2]},"items":[3]}',
    '{"name":"items","items":[{"items":["a"]}]}',
  ])('comes apart into its items and the rest: %s', (json) => {
    expect(parsed(json)).toEqual(JSON.parse(json));
  });

  it('keeps each item as it is written', () => {
    expect(splitPage('{"items":[{"n":9007199254740993, "s":"\\u00e9"},1e400]}').items).toEqual([
      '{"n":9007199254740993, "s":"\\u00e9"}',
      '1e400',
    ]);
  });

  it('comes apart whatever it holds', () => {
    const page = fc.record({ items: fc.array(fc.jsonValue()), more: fc.jsonValue() });
    const spaces = fc.constantFrom(0, 1, '\t');
    fc.assert(
      fc.property(page, spaces, (value, space) => {
        const json = JSON.stringify(value, null, space);
        expect(parsed(json)).toEqual(JSON.parse(json));
      }),
    );
  });

  it.each(['', '[]', '[[1,2]]', '"items"', '{"items":{"a":[1]}}', '{"items":null}', '{"items":[1,2'])(
    'without a list of items stays whole: %s',
    (json) => {
      expect(splitPage(json)).toEqual({ page: json, items: [] });
    },
  );

  it.each([
    '{"items":[1,,2]}',
    '{"items":[1,]}',
    '{"items":[,]}',
    '{"items":[1] 2}',
    '{"items":[{]}',
    '{"items":[1]',
    '<html>["items":[1]]',
  ])('that is no JSON has a part that is none: %s', (json) => {
    expect(() => parsed(json)).toThrow(SyntaxError);
  });
});
