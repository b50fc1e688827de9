import type { Tool } from '../catalogue/tool.js';
import { toolName } from '../catalogue/tool-name.js';
import { adaptSchema } from '../schema/adapt-schema.js';
import { LONGEST_DESCRIPTION, shorten } from '../schema/describe-schema.js';
import type { JsonSchema } from '../schema/json-schema.js';

/** One operation of a tool document. */
export interface Operation {
  /** A member of `paths`, as JSON text. */
  readonly json: string;
  readonly bytes: number;
}

/** What a model is told of an operation. */
export interface OperationFacts {
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  /** One flat object. */
  readonly body: JsonSchema;
}

/** An operation whose arguments all travel in its body: Open WebUI puts every argument there anyway. */
export function operationOf({ path, operationId, summary, description, body }: OperationFacts): Operation {
  const operation = {
    operationId,
    summary,
    description: shorten(description, LONGEST_DESCRIPTION),
    requestBody: { content: { 'application/json': { schema: body } } },
    responses: { 200: { description: 'What the tool gives back.' } },
  };
  const json = `${JSON.stringify(path)}:${JSON.stringify({ post: operation })}`;
  return { json, bytes: Buffer.byteLength(json) };
}

const operations = new WeakMap<Tool, Operation | 'needs_file'>();

/** The operation that runs a tool, made once for each tool; `needs_file` for one that a model cannot call. */
export function toolOperation(tool: Tool): Operation | 'needs_file' {
  const known = operations.get(tool);
  if (known) return known;
  const adapted = adaptSchema(tool.inputSchema());
  const operation = adapted
    ? operationOf({
        path: `/api/tools/${tool.slug}/execute`,
        operationId: toolName(tool.slug),
        summary: tool.name,
        description: tool.description,
        body: adapted.schema,
      })
    : 'needs_file';
  operations.set(tool, operation);
  return operation;
}
