import type { JsonObject } from './json-object.js';

/** A body-only operation that breaks no rule; members given replace its own. */
export function sampleOperation(overrides: JsonObject = {}): JsonObject {
  return {
    operationId: 'demo_send_note',
    summary: 'Send a note',
    description: 'Sends a note to a person. Answers with the id of the note.',
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: {
            type: 'object',
            properties: {
              text: { type: 'string', description: 'What to say' },
              urgency: {
                type: 'string',
                enum: ['low', 'high'],
                default: 'low',
                description: 'One of low, high. Default: low',
              },
              labels: { type: 'array', items: { type: 'string' }, description: 'Labels to add' },
            },
            required: ['text'],
            additionalProperties: false,
          },
        },
      },
    },
    responses: { 200: { description: 'The note' } },
    ...overrides,
  };
}

/** An operation with the given body schema. */
export function operationWithBody(schema: unknown): JsonObject {
  return sampleOperation({ requestBody: { content: { 'application/json': { schema } } } });
}

/** An operation whose body has one property, `value`. */
export function operationWithProperty(schema: unknown): JsonObject {
  return operationWithBody({ type: 'object', properties: { value: schema } });
}

/** A document that breaks no rule, with the given operations under a route each; members given replace its own. */
export function sampleDocument(
  operations: readonly unknown[] = [sampleOperation()],
  overrides: JsonObject = {},
): JsonObject {
  return {
    openapi: '3.1.0',
    info: { title: 'Demo', description: 'Notes', version: '1.0.0' },
    paths: Object.fromEntries(
      operations.map((operation, index) => [`/api/tools/note_${index}/execute`, { post: operation }]),
    ),
    components: { schemas: {} },
    ...overrides,
  };
}
