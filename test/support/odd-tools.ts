import { ODD_INPUTS } from './odd-tools-inputs.js';

/** A JSON Schema as Composio sends it; below its root a boolean, null or anything else may stand for a schema. */
export type JsonSchema = Record<string, unknown>;

/** A toolkit as it stands inside a tool. */
export interface WireToolkit {
  slug: string;
  name: string;
  logo: string;
}

/** A tool as `GET /api/v3.1/tools` of Composio sends it. */
export interface WireTool {
  slug: string;
  name: string;
  description: string;
  toolkit: WireToolkit;
  input_parameters: JsonSchema;
  output_parameters: JsonSchema;
  no_auth: boolean;
  version: string;
  available_versions: string[];
  scopes: string[];
  scope_requirements: { all_of: (string | { any_of: string[] })[] } | null;
  tags: string[];
  human_description?: string;
  is_deprecated: boolean;
  deprecated: {
    displayName: string;
    version: string;
    available_versions: string[];
    is_deprecated: boolean;
    toolkit: { logo: string };
  };
}

const VERSION = '20260501_00';

/** A tool with nothing odd about it; members given replace its own, and `deprecated` follows them. */
export function wireTool(overrides: Partial<Omit<WireTool, 'deprecated'>> & { slug: string }): WireTool {
  const { slug, ...members } = overrides;
  const toolkit = members.toolkit ?? { slug: 'odd', name: 'Odd', logo: 'https://logos.example/odd' };
  const tool = {
    slug,
    name: slug.toLowerCase().replaceAll('_', ' ').trim(),
    description: 'Tool to do one thing. Use when that one thing needs doing.',
    toolkit,
    input_parameters: { type: 'object', properties: {}, title: 'Request' },
    output_parameters: outputSchema(),
    no_auth: false,
    version: VERSION,
    available_versions: [VERSION],
    scopes: [],
    scope_requirements: null,
    tags: [],
    is_deprecated: false,
    ...members,
  };
  return {
    ...tool,
    deprecated: {
      displayName: tool.name,
      version: tool.version,
      available_versions: tool.available_versions,
      is_deprecated: tool.is_deprecated,
      toolkit: { logo: toolkit.logo },
    },
  };
}

/** The schema of the wrapper around every answer, with the schema of its data. */
export function outputSchema(data: JsonSchema = { type: 'object', additionalProperties: true }): JsonSchema {
  return {
    type: 'object',
    title: 'Response',
    properties: {
      data: { title: 'Data', description: 'Data from the action execution', ...data },
      error: {
        type: 'string',
        title: 'Error',
        default: null,
        nullable: true,
        description: 'Error if any occurred during the execution of the action',
      },
      successful: {
        type: 'boolean',
        title: 'Successful',
        description: 'Whether or not the action execution was successful or not',
      },
    },
    required: ['data', 'successful'],
  };
}

/**
 * Hand-written tools with one oddity each, named after it: `ODD_REQUIRED_NULL`. Oddities of the input schema come
 * first, those of the tool around it last. The list is the same on every call, and every call makes a new one.
 */
export function oddTools(): WireTool[] {
  const inputs = Object.entries(ODD_INPUTS).map(([oddity, input]) =>
    wireTool({ slug: `ODD_${oddity}`, input_parameters: structuredClone(input) }),
  );
  return [...inputs, ...oddEnvelopes()];
}

function oddEnvelopes(): WireTool[] {
  const long = `ODD_SLUG_LONGER_THAN_64_CHARACTERS_${'X'.repeat(29)}`;
  return [
    wireTool({ slug: '_ODD_SLUG_LEADING_UNDERSCORE', toolkit: { slug: '_odd', name: '_odd', logo: '' } }),
    wireTool({ slug: `${long}_ONE` }),
    wireTool({ slug: `${long}_TWO` }),
    wireTool({ slug: 'SLUG_SUFFIX' }),
    wireTool({ slug: 'ODD_SLUG_SUFFIX' }),
    wireTool({ slug: 'ODD_SLUG_ONE__UNDERSCORE' }),
    wireTool({ slug: 'ODD_SLUG_ONE_UNDERSCORE' }),
    wireTool({ slug: 'ODD_TOOL_DESCRIPTION_EMPTY', description: '' }),
    wireTool({ slug: 'ODD_TOOL_DESCRIPTION_BLANK', description: ' \n\t' }),
    wireTool({ slug: 'ODD_TOOL_DESCRIPTION_HUGE', description: 'Does this, then that. '.repeat(450) }),
    wireTool({ slug: 'ODD_TOOL_DESCRIPTION_EMOJI_AT_1024', description: `${'x'.repeat(1023)}😀 and on` }),
    wireTool({
      slug: 'ODD_TOOL_DESCRIPTION_HTML',
      description: '<script>alert(1)</script><b>Bold</b> &amp; on',
    }),
    wireTool({ slug: 'ODD_TOOL_NAME_EMPTY', name: '' }),
    wireTool({ slug: 'ODD_OUTPUT_EMPTY', output_parameters: {} }),
    wireTool({
      slug: 'ODD_OUTPUT_DANGLING_REF',
      output_parameters: outputSchema({ $ref: '#/$defs/Missing' }),
    }),
    wireTool({ slug: 'ODD_NO_AUTH', no_auth: true }),
    wireTool({ slug: 'ODD_DEPRECATED', is_deprecated: true, tags: ['deprecated', 'mcpIgnore'] }),
    wireTool({ slug: 'ODD_TAGS_CONTRADICT', tags: ['readOnlyHint', 'destructiveHint'] }),
    wireTool({
      slug: 'ODD_SCOPE_REQUIREMENTS',
      scopes: ['notes.read', 'notes.write'],
      scope_requirements: { all_of: ['notes.read', { any_of: ['notes.write', 'notes.admin'] }] },
    }),
    wireTool({ slug: 'ODD_NO_VERSIONS', available_versions: [] }),
    wireTool({ slug: 'ODD_HUMAN_DESCRIPTION', human_description: 'Do one thing' }),
  ];
}
