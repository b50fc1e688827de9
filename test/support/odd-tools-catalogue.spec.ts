import { generateCatalogue } from './odd-tools-catalogue.js';

const SIZES = [
  { toolkits: 1, toolsPerToolkit: 2_500, seed: 1 },
  { toolkits: 40, toolsPerToolkit: 125, seed: 1 },
];

describe.each(SIZES)('a catalogue of $toolkits toolkits with $toolsPerToolkit tools', (size) => {
  const tools = generateCatalogue(size);

  it('has as many, each with a slug of its own that begins with its toolkit', () => {
    expect(tools).toHaveLength(size.toolkits * size.toolsPerToolkit);
    expect(new Set(tools.map(({ slug }) => slug)).size).toBe(tools.length);
    expect(new Set(tools.map(({ toolkit }) => toolkit.slug)).size).toBe(size.toolkits);
    expect(tools.every(({ slug, toolkit }) => slug.startsWith(`${toolkit.slug.toUpperCase()}_`))).toBe(true);
    expect(tools.every(({ slug }) => /^[A-Z0-9_]{1,64}$/.test(slug))).toBe(true);
  });

  it('has tools of about 2.5 KB', () => {
    const mean = JSON.stringify(tools).length / tools.length;
    expect(mean).toBeGreaterThan(2_250);
    expect(mean).toBeLessThan(2_750);
  });

  it('is the same for the same seed, and another for another', () => {
    const text = JSON.stringify(tools);
    expect(JSON.stringify(generateCatalogue(size)) === text).toBe(true);
    expect(JSON.stringify(generateCatalogue({ ...size, seed: 2 })) === text).toBe(false);
  });

  it('is sorted by slug within a toolkit, as Composio lists it', () => {
    const first = tools.slice(0, size.toolsPerToolkit).map(({ slug }) => slug);
    expect(first).toEqual(first.toSorted());
  });
});

it('has tools that read and tools that destroy, and only declared names are required', () => {
  const tools = generateCatalogue({ toolkits: 1, toolsPerToolkit: 200, seed: 3 });
  expect(tools.some(({ tags }) => tags.includes('readOnlyHint'))).toBe(true);
  expect(tools.some(({ tags }) => tags.includes('destructiveHint'))).toBe(true);
  for (const { input_parameters: input } of tools) {
    expect(Object.keys(input['properties'] ?? {})).toEqual(
      expect.arrayContaining(Array.isArray(input['required']) ? input['required'] : []),
    );
  }
});
