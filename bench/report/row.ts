import type { Measured } from '../harness/interleave.js';
import { median, medianRatio } from '../harness/statistics.js';

/** One line of the results. */
export interface Row {
  /** P1 to P12 as the issue numbers them, with the part of the row; `Q`: the search; `M`: several workers; `W`: what a piece is worth; `A`: an anchor. */
  readonly id: string;
  readonly what: string;
  /** Of `ours` and `reference`. */
  readonly unit: string;
  readonly ours: number;
  /** What the reference is; empty where there is none. */
  readonly against: string;
  readonly reference: number | null;
  /** `ours / reference`, measured side by side. */
  readonly ratio: number | null;
  /** What is to be reached, in words: of the ratio where no unit is named. */
  readonly reach: string | null;
  readonly reached: boolean | null;
}

/** What is to be reached. */
export interface Reach {
  readonly of: 'ratio' | 'ours';
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** What a row is made of; the ratio is that of the two numbers where it is not given. */
export interface RowFacts {
  readonly id: string;
  readonly what: string;
  readonly unit: string;
  readonly ours: number;
  readonly against?: string;
  readonly reference?: number;
  readonly ratio?: number;
  readonly reach?: Reach;
}

/** A row, with the verdict. */
export function row({ id, what, unit, ours, against = '', reference, reach, ...facts }: RowFacts): Row {
  const ratio = facts.ratio ?? (reference === undefined ? null : ours / reference);
  const value = reach?.of === 'ours' ? ours : ratio;
  const reached =
    reach && value !== null && value <= (reach.atMost ?? Infinity) && value >= (reach.atLeast ?? -Infinity);
  const bound = reach && (reach.atMost === undefined ? `≥ ${reach.atLeast}` : `≤ ${reach.atMost}`);
  return {
    id,
    what,
    unit,
    ours,
    against,
    reference: reference ?? null,
    ratio,
    reach: bound === undefined ? null : `${bound}${reach?.of === 'ours' ? ` ${unit}` : ''}`,
    reached: reached ?? null,
  };
}

/** A row about processor time for one request. */
export function cpuRow(
  facts: Pick<RowFacts, 'id' | 'what' | 'reach'> & { against: string },
  ours: Measured,
  reference: Measured,
): Row {
  return row({
    ...facts,
    unit: 'µs CPU',
    ours: median(ours.cpuUs),
    reference: median(reference.cpuUs),
    ratio: medianRatio(ours.cpuUs, reference.cpuUs),
  });
}

/** What a piece of ours is worth: ours against a variant without it. */
export function worthRow(id: string, what: string, ours: Measured, variant: Measured): Row {
  return cpuRow({ id: `W-${id}`, what, against: 'our server with that' }, ours, variant);
}
