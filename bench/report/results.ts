import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Measured } from '../harness/interleave.js';
import { ROOT } from '../harness/paths.js';
import type { Curve } from './curve.js';
import type { SearchDetails } from '../search-quality/evaluate.js';
import { growthSvg } from './growth-svg.js';
import { markdownOf } from './markdown.js';
import type { Row } from './row.js';

/** All that one run found out. */
export interface Results {
  /** When, as ISO 8601. */
  readonly at: string;
  readonly node: string;
  readonly cpu: string;
  /** Whether the measured process had a core of its own. */
  readonly pinned: boolean;
  readonly rows: readonly Row[];
  readonly loads: readonly Measured[];
  readonly curves: readonly Curve[];
  readonly search: SearchDetails | undefined;
}

const BEGIN = '<!-- bench:begin (written by `npm run bench`) -->';
const END = '<!-- bench:end -->';

/** Writes `bench/results.json`, `bench/growth.svg`, and the tables between the markers of `PERFORMANCE.md`. */
export async function writeResults(results: Results): Promise<void> {
  const json = join(ROOT, 'bench', 'results.json');
  const style = { ...(await resolveConfig(json)), filepath: json };
  writeFileSync(json, await format(JSON.stringify(results, rounded, 2), style));
  writeFileSync(join(ROOT, 'bench', 'growth.svg'), growthSvg(results.curves));
  const path = join(ROOT, 'PERFORMANCE.md');
  const text = existsSync(path) ? readFileSync(path, 'utf8') : `# Performance\n\n${BEGIN}\n${END}\n`;
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin === -1 || end < begin) throw new Error(`PERFORMANCE.md has lost its markers ${BEGIN} and ${END}`);
  const before = text.slice(0, begin + BEGIN.length);
  writeFileSync(path, `${before}\n\n${markdownOf(results)}\n\n${text.slice(end)}`);
}

function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(5)) : value;
}
