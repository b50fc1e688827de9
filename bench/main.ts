import { cpus } from 'node:os';
import { buildIfNeeded } from './build-if-needed.js';
import { Bench } from './harness/bench.js';
import { findCores, moveTo } from './harness/cores.js';
import { Profiler } from './harness/profiler.js';
import { Progress } from './harness/progress.js';
import { callPart } from './parts/call.js';
import { coldPart } from './parts/cold.js';
import { crowdPart } from './parts/crowd.js';
import { documentPart } from './parts/document.js';
import { growthPart } from './parts/growth.js';
import type { Findings, Part } from './parts/part.js';
import { scalePart } from './parts/scale.js';
import { searchPart } from './parts/search.js';
import { startPart } from './parts/start.js';
import { workersPart } from './parts/workers.js';
import { aims, loadTable } from './report/markdown.js';
import { type Results, writeResults } from './report/results.js';
import { searchTables } from './search-quality/report.js';

/*
 * npm run bench                        measures everything, writes bench/results.json, bench/growth.svg and PERFORMANCE.md
 * npm run bench -- call start          measures parts and only prints them
 * npm run bench -- call --profile      the same, with CPU profiles of our server in bench/profiles/
 */

const PARTS: Readonly<Record<string, Part>> = {
  start: startPart,
  document: documentPart,
  call: callPart,
  cold: coldPart,
  crowd: crowdPart,
  scale: scalePart,
  growth: growthPart,
  workers: workersPart,
  search: searchPart,
};

const options = process.argv.slice(2);
const isProfiled = options.includes('--profile');
const chosen = options.filter((option) => option !== '--profile');
const unknown = chosen.filter((name) => !(name in PARTS));

if (unknown.length > 0) {
  process.stderr.write(
    `No such part: ${unknown.join()}. There are ${Object.keys(PARTS).join(', ')}, and --profile.\n`,
  );
  process.exit(1);
}
// Whatever this process started ends with it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const progress = new Progress();
progress.begin('build');
buildIfNeeded();
const cores = findCores();
if (cores) moveTo(cores.others);
const bench = new Bench(cores, progress, new Profiler(isProfiled));
const findings: Findings[] = [];
for (const name of chosen.length > 0 ? chosen : Object.keys(PARTS)) {
  progress.begin(name);
  findings.push(await (PARTS[name] as Part)(bench));
  await bench.stopAll();
}
progress.end();

const [cpu] = cpus();
const results: Results = {
  at: new Date().toISOString(),
  node: process.version,
  cpu: `${cpu?.model.trim() ?? 'an unknown processor'}, ${cpus().length} cores`,
  pinned: cores !== undefined,
  rows: findings.flatMap(({ rows }) => rows),
  loads: findings.flatMap(({ loads = [] }) => loads),
  curves: findings.flatMap(({ curves = [] }) => curves),
  search: findings.find(({ search }) => search)?.search,
};
process.stdout.write(`${aims(results.rows)}\n\n${loadTable(results.loads)}\n`);
if (results.search) process.stdout.write(`\n${searchTables(results.search)}\n`);
if (chosen.length === 0 && !isProfiled) await writeResults(results);
process.stdout.write(`\n${progress.seconds} s\n`);
process.exit(0);
