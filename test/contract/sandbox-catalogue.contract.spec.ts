import type { WireTool } from '../../src/sandbox/definition/tool.js';
import { TOOLKITS, TOOLS } from '../../src/sandbox/toolkits/catalogue.js';

/** A schema of the catalogue and all that is inside it; what is not an object has no members. */
interface Node {
  readonly [keyword: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const asNode = (value: unknown): Node => (isNode(value) ? value : {});
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The schemas right below a schema. */
function childrenOf(schema: Node): unknown[] {
  const named = ['properties', 'patternProperties', '$defs'].flatMap((key) =>
    Object.values(asNode(schema[key])),
  );
  const listed = ['anyOf', 'oneOf', 'allOf'].flatMap((key) => asList(schema[key]));
  const single = ['items', 'additionalProperties'].map((key) => schema[key]);
  return [...named, ...listed, ...single];
}

/** A schema with all schemas in it. */
function nodesOf(schema: unknown): Node[] {
  return isNode(schema) ? [schema, ...childrenOf(schema).flatMap(nodesOf)] : [];
}

function depthOf(schema: unknown): number {
  return isNode(schema) ? 1 + Math.max(0, ...childrenOf(schema).map(depthOf)) : 0;
}

const inputs = (tool: WireTool) => tool.input_parameters;
const propertiesOf = (schema: Node) => asNode(schema['properties']);
const references = (schema: unknown) =>
  nodesOf(schema).flatMap((node) => (typeof node['$ref'] === 'string' ? [node['$ref']] : []));

/** Some schema of the input fits; the root does not count when only inner ones are meant. */
const somewhere = (fits: (node: Node) => boolean) => (tool: WireTool) => nodesOf(inputs(tool)).some(fits);
const inside = (fits: (node: Node) => boolean) => (tool: WireTool) =>
  nodesOf(inputs(tool)).slice(1).some(fits);
const hasType = (type: string) => (schema: unknown) => asNode(schema)['type'] === type;
const anyOfFits = (fits: (branches: readonly unknown[]) => boolean) => (node: Node) =>
  fits(asList(node['anyOf']));

const marked = (mark: string) => TOOLS.filter(({ tags }) => tags.includes(mark)).length;

/** What consumers of the real catalogue stumble over: each has to occur here too. */
const ODDITIES: readonly (readonly [oddity: string, fits: (tool: WireTool) => boolean])[] = [
  ['a deprecated tool', (tool) => tool.is_deprecated && tool.tags.includes('deprecated')],
  ['a slug of more than 64 characters', (tool) => tool.slug.length > 64],
  ['a description of more than 1,024 characters', (tool) => tool.description.length > 1024],
  ['input {}', (tool) => Object.keys(inputs(tool)).length === 0],
  [
    'root properties {}',
    (tool) => isNode(inputs(tool)['properties']) && Object.keys(propertiesOf(inputs(tool))).length === 0,
  ],
  [
    'root without required',
    (tool) => !('required' in inputs(tool)) && Object.keys(propertiesOf(inputs(tool))).length > 0,
  ],
  ['root anyOf without a type', (tool) => 'anyOf' in inputs(tool) && !('type' in inputs(tool))],
  ['output {}', (tool) => Object.keys(tool.output_parameters).length === 0],
  ['required null', somewhere((node) => node['required'] === null)],
  [
    'a name twice in required',
    somewhere((node) => new Set(asList(node['required'])).size < asList(node['required']).length),
  ],
  [
    'an undeclared name in required',
    somewhere(
      (node) =>
        isNode(node['properties']) &&
        asList(node['required']).some((name) => !(String(name) in propertiesOf(node))),
    ),
  ],
  [
    'string examples on an integer',
    somewhere(
      (node) =>
        node['type'] === 'integer' && asList(node['examples']).some((example) => typeof example === 'string'),
    ),
  ],
  [
    'flat examples on an array',
    somewhere(
      (node) =>
        node['type'] === 'array' && asList(node['examples']).some((example) => typeof example === 'string'),
    ),
  ],
  ['default null', somewhere((node) => node['default'] === null)],
  ['nullable', somewhere((node) => node['nullable'] === true)],
  ['anyOf with null', somewhere(anyOfFits((branches) => branches.some(hasType('null'))))],
  [
    'anyOf of real branches',
    somewhere(anyOfFits((branches) => branches.filter((branch) => !hasType('null')(branch)).length >= 2)),
  ],
  ['oneOf', somewhere((node) => 'oneOf' in node)],
  ['allOf', somewhere((node) => 'allOf' in node)],
  ['const', somewhere((node) => 'const' in node)],
  ['several types', somewhere((node) => Array.isArray(node['type']))],
  [
    'a property without a type',
    inside((node) => Object.keys(node).every((key) => /^(description|title|human_.*)$/.test(key))),
  ],
  ['nested properties without a type', inside((node) => 'properties' in node && !('type' in node))],
  ['a property that is just true', somewhere((node) => Object.values(propertiesOf(node)).includes(true))],
  ['items {}', somewhere((node) => isNode(node['items']) && Object.keys(node['items']).length === 0)],
  ['additionalProperties true', somewhere((node) => node['additionalProperties'] === true)],
  ['additionalProperties false', somewhere((node) => node['additionalProperties'] === false)],
  ['additionalProperties as a schema', somewhere((node) => isNode(node['additionalProperties']))],
  ['patternProperties', somewhere((node) => 'patternProperties' in node)],
  [
    'a dot in a name at the root',
    (tool) => Object.keys(propertiesOf(inputs(tool))).some((name) => name.includes('.')),
  ],
  [
    'a dot in a name further down',
    inside((node) => Object.keys(propertiesOf(node)).some((name) => name.includes('.'))),
  ],
  ['six levels or more', (tool) => depthOf(inputs(tool)) >= 6],
  ['an enum of more than 100 values', somewhere((node) => asList(node['enum']).length > 100)],
  ['format path', somewhere((node) => node['format'] === 'path')],
  ['exclusiveMinimum', somewhere((node) => typeof node['exclusiveMinimum'] === 'number')],
  ['a pattern with a lookahead', somewhere((node) => String(node['pattern']).includes('(?!'))],
  ['a pattern that takes exponential time', somewhere((node) => String(node['pattern']).includes('+-?)+$'))],
  [
    'a reference',
    (tool) =>
      references(inputs(tool)).some((ref) => ref.slice('#/$defs/'.length) in asNode(inputs(tool)['$defs'])),
  ],
  [
    'a recursive definition',
    (tool) =>
      Object.entries(asNode(inputs(tool)['$defs'])).some(([name, schema]) =>
        references(schema).includes(`#/$defs/${name}`),
      ),
  ],
  ['a dangling reference', (tool) => references(inputs(tool)).length > 0 && !('$defs' in inputs(tool))],
  [
    'a file that is required',
    (tool) =>
      nodesOf(inputs(tool)).some((node) =>
        asList(node['required']).some(
          (name) => 'file_uploadable' in asNode(propertiesOf(node)[String(name)]),
        ),
      ),
  ],
  [
    'a file that is optional',
    (tool) =>
      Object.entries(propertiesOf(inputs(tool))).some(
        ([name, schema]) =>
          'file_uploadable' in asNode(schema) && !asList(inputs(tool)['required']).includes(name),
      ),
  ],
  [
    'a file or a list of files',
    somewhere(anyOfFits((branches) => branches.some((branch) => 'file_uploadable' in asNode(branch)))),
  ],
  [
    'human names on properties',
    inside((node) => 'human_parameter_name' in node && 'human_parameter_description' in node),
  ],
  ['titles', somewhere((node) => typeof node['title'] === 'string')],
  ['structured scope requirements', (tool) => tool.scope_requirements !== null],
  [
    'a file to download',
    (tool) => nodesOf(tool.output_parameters).some((node) => 'file_downloadable' in node),
  ],
];

describe('The catalogue', () => {
  it('has toolkits and tools enough to page through', () => {
    expect(TOOLKITS.length).toBeGreaterThanOrEqual(8);
    expect(TOOLS.length).toBeGreaterThanOrEqual(64);
  });

  it('names every tool once, in the characters Composio uses', () => {
    const slugs = TOOLS.map(({ slug }) => slug);

    expect(new Set(slugs).size).toBe(slugs.length);
    expect(slugs.filter((slug) => !/^[A-Z0-9_]+$/.test(slug))).toEqual([]);
  });

  it('says of every tool what it does, in a sentence', () => {
    expect(TOOLS.filter(({ description }) => !/^[A-Z].{18,}\.$/s.test(description))).toEqual([]);
    expect(TOOLS.filter(({ name }) => name.length < 4)).toEqual([]);
  });

  it('describes every property at the root, but for those that are odd on purpose', () => {
    const silent = TOOLS.flatMap((tool) =>
      Object.entries(propertiesOf(inputs(tool)))
        .filter(([, schema]) => !('description' in asNode(schema)))
        .map(([name]) => `${tool.slug}.${name}`),
    );

    expect(silent).toEqual(['CHAT_SEND_MESSAGE.metadata', 'NOTES_SET_PAGE_ICON.icon']);
  });

  it('says of every tool whether it reads, changes or destroys, and in which versions it is', () => {
    const hints = ['readOnlyHint', 'destructiveHint', 'createHint', 'updateHint', 'openWorldHint'];

    expect(TOOLS.filter(({ tags }) => !hints.some((hint) => tags.includes(hint)))).toEqual([]);
    expect(
      TOOLS.filter(({ tags }) => tags.includes('readOnlyHint') && tags.includes('destructiveHint')),
    ).toEqual([]);
    expect(TOOLS.filter(({ version }) => !/^\d{8}_\d{2}$/.test(version))).toEqual([]);
    expect(TOOLS.filter((tool) => tool.available_versions.at(-1) !== tool.version)).toEqual([]);
  });

  it.each(ODDITIES)('has %s', (_oddity, fits) => {
    expect(TOOLS.filter(fits).map(({ slug }) => slug)).not.toEqual([]);
  });

  it('has tools that are marked as important, and some that MCP leaves out', () => {
    expect(marked('important')).toBeGreaterThan(20);
    expect(marked('mcpIgnore')).toBeGreaterThan(3);
    expect(marked('idempotentHint')).toBeGreaterThan(30);
  });
});
