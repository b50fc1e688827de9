import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { TOOLS } from '../../src/sandbox/toolkits/catalogue.js';
import { adaptSchema, type AdaptedSchema } from '../../src/schema/adapt-schema.js';
import { compileValidator } from '../../src/schema/argument-validator.js';
import { restoreNames } from '../../src/schema/property-names.js';
import { oddTools } from '../support/odd-tools.js';
import { arbitraryTool } from '../support/odd-tools-arbitrary.js';
import { sampleInstances } from '../support/schema-instances.js';

const SAMPLE = '../shared/data/composio-tools-sample.ndjson';
const sample = existsSync(SAMPLE) ? readFileSync(SAMPLE, 'utf8').trim().split('\n') : [];
const real = sample.map((line) => JSON.parse(line) as { slug: string; input_parameters: unknown });

/** What the original says against instances of the adapted schema, where no loss was reported at that very place. */
function unexplainedErrors(original: unknown, adapted: AdaptedSchema | undefined, count: number): unknown[] {
  if (!adapted) return [];
  const validate = compileValidator(original);
  const wider = adapted.losses.filter(({ effect }) => effect === 'wider').map(({ path }) => path);
  return sampleInstances(adapted.schema, count).flatMap((instance) => {
    const errors = validate(restoreNames(instance, adapted.renames));
    const isExplained = errors.some(({ path }) => wider.some((lost) => isWithin(path, lost)));
    return errors.length === 0 || isExplained ? [] : { instance, errors };
  });
}

/** Whether a place of an instance is at or below, or holds, the place of a loss. */
function isWithin(path: string, lost: string): boolean {
  const steps = path.split('/');
  return lost.split('/').every((step, index) => step === '*' || step === steps[index]);
}

describe('the adapted schema of a tool accepts nothing that the original refuses, except where it says so', () => {
  const fixed = [...oddTools(), ...TOOLS, ...real];

  it.each(fixed.map(({ slug, input_parameters: schema }) => [slug, schema] as const))('%s', (_, schema) => {
    expect(unexplainedErrors(schema, adaptSchema(schema), 12)).toEqual([]);
  });

  it('whatever the schema', () => {
    fc.assert(
      fc.property(arbitraryTool(), ({ input_parameters: schema }) => {
        expect(unexplainedErrors(schema, adaptSchema(schema), 10)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
