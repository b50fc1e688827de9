import { isRecord } from './arguments.js';
import type { Schema } from './schema.js';

/**
 * The input schema with what Composio adds to each one: titles, and the `human_parameter_*` pair that the answers of
 * v3.1 carry on properties. Schemas without properties stay exactly as written.
 */
export function withHumanNames(slug: string, input: Schema): Schema {
  if (!isRecord(input['properties'])) return input;
  const properties = Object.entries(input['properties']).map(([name, schema]) => [name, named(name, schema)]);
  return { ...input, properties: Object.fromEntries(properties), title: `${className(slug)}Request` };
}

/** The schema of the `{data, error, successful}` wrapper that `output_parameters` describes. */
export function outputSchema(slug: string, data: Readonly<Record<string, Schema>>): Schema {
  return {
    type: 'object',
    title: `${className(slug)}ResponseWrapper`,
    properties: {
      data: { type: 'object', title: 'Data', description: 'What the app answered.', properties: data },
      error: {
        anyOf: [{ type: 'string' }, { type: 'null' }],
        default: null,
        title: 'Error',
        description: 'Why the call failed; null when it did not.',
      },
      successful: {
        type: 'boolean',
        title: 'Successful',
        description: 'Whether the call did what was asked.',
      },
    },
    required: ['data', 'successful'],
  };
}

function named(name: string, schema: unknown): unknown {
  // A boolean schema has no members to add to, and a $ref ignores its neighbours in older drafts.
  if (!isRecord(schema) || '$ref' in schema) return schema;
  const words = name.split(/[_.]+/).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const human = words.join(' ');
  const description = typeof schema['description'] === 'string' ? schema['description'] : human;
  return {
    ...schema,
    title: human,
    human_parameter_name: human,
    human_parameter_description: description.split(/(?<=\.)\s/)[0],
  };
}

/** `MAIL_SEND_EMAIL` as the class that its generated schema is named after: `SendEmail`. */
function className(slug: string): string {
  return slug
    .split('_')
    .slice(1)
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join('');
}
