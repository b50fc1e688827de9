import * as fc from 'fast-check';

import { arbitrarySchema } from '../odd-tools-arbitrary.js';
import { oddTools } from '../odd-tools.js';
import { conformanceFindings } from './conformance.js';
import { convertDirect } from './direct-converter.js';
import { documentFindings } from './document-rules.js';
import { CONFORMANCE_DEFAULTS } from './finding.js';
import { convertGlobal } from './global-converter.js';
import { ImportCrash } from './import-crash.js';
import { operationFindings } from './operation-rules.js';
import { operationsOf } from './operations.js';
import { operationWithBody, sampleDocument } from './sample-document.js';

const documents = arbitrarySchema(6).map((schema) => sampleDocument([operationWithBody(schema)]));

/** What the rules say without running a converter. */
function rulesRead(spec: Record<string, unknown>): Set<number> {
  const read = [
    ...documentFindings(spec, CONFORMANCE_DEFAULTS),
    ...operationsOf(spec).flatMap((target) => operationFindings(target, CONFORMANCE_DEFAULTS)),
  ];
  return new Set(read.map(({ rule }) => rule));
}

function thrownBy(convert: (spec: unknown) => unknown, spec: unknown): unknown {
  try {
    convert(spec);
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('for any document', () => {
  it('the rules foresee every failure of the backend', () => {
    fc.assert(
      fc.property(documents, (spec) => {
        const error = thrownBy(convertGlobal, spec);
        const isForeseen = error instanceof ImportCrash && rulesRead(spec).has(2);
        expect(error === undefined || isForeseen).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('the rules foresee every failure of the page', () => {
    fc.assert(
      fc.property(documents, (spec) => {
        const error = thrownBy(convertDirect, spec);
        const isKnown = error instanceof TypeError || error instanceof RangeError;
        expect(error === undefined || (isKnown && rulesRead(spec).has(3))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('the check itself never throws', () => {
    fc.assert(
      fc.property(fc.oneof(documents, fc.jsonValue(), fc.record({ paths: fc.jsonValue() })), (spec) => {
        expect(Array.isArray(conformanceFindings(spec))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

it('most odd tools would break a document as they are', () => {
  const broken = oddTools().filter(
    ({ input_parameters: input }) =>
      conformanceFindings(sampleDocument([operationWithBody(input)])).length > 0,
  );
  expect(broken.length).toBeGreaterThan(oddTools().length / 2);
});
