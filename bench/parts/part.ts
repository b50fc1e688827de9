import type { Bench } from '../harness/bench.js';
import type { Measured } from '../harness/interleave.js';
import type { Curve } from '../report/curve.js';
import type { Row } from '../report/row.js';
import type { SearchDetails } from '../search-quality/evaluate.js';

/** What a part of the benchmark found out. */
export interface Findings {
  readonly rows: readonly Row[];
  /** The loads behind the rows. */
  readonly loads?: readonly Measured[];
  /** Costs by size of the catalogue. */
  readonly curves?: readonly Curve[];
  /** What is behind the rows about the search. */
  readonly search?: SearchDetails;
}

/** A part of the benchmark: starts what it needs, measures, and leaves the rest to be stopped behind it. */
export type Part = (bench: Bench) => Promise<Findings>;
