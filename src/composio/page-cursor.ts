/**
 * Composio's cursor is "a base64 encoded string of the page and limit" (its OpenAPI document), in no documented form. So the
 * cursor of page 2 is taken as a pattern: where its text holds the number 2 exactly once, the cursors of further pages follow.
 * @returns the cursors of pages 2 to `totalPages`, or undefined where the pattern is not that clear
 */
export function cursorsFromSecond(secondPage: string, totalPages: number): string[] | undefined {
  const text = Buffer.from(secondPage, 'base64').toString('latin1');
  const base64 = Buffer.from(text, 'latin1').toString('base64');
  const unpadded = base64.replace(/=+$/, '');
  const spelling = [base64, unpadded].find((candidate) => candidate === secondPage);
  const parts = text.split(/(?<!\d)2(?!\d)/);
  const [before, after] = parts;
  if (!spelling || parts.length !== 2 || !/^[\x20-\x7e]*$/.test(text)) return undefined;
  return Array.from({ length: totalPages - 1 }, (_, index) => {
    const cursor = Buffer.from(`${before}${index + 2}${after}`, 'latin1').toString('base64');
    return spelling === base64 ? cursor : cursor.replace(/=+$/, '');
  });
}
