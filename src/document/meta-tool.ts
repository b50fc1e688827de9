import { z } from 'zod';
import { adaptSchema } from '../schema/adapt-schema.js';
import { type Operation, operationOf } from './operation.js';

/** An operation of this server's own that models may use: it finds, runs or connects tools. */
export interface MetaTool {
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly body: z.ZodType;
}

/** Injection token of the operations that are offered beside or instead of direct tools. */
export const META_TOOLS = Symbol('META_TOOLS');

/** The operation of a meta tool, from the schema that its route validates with. */
export function metaOperation({ body, ...facts }: MetaTool): Operation {
  const adapted = adaptSchema(z.toJSONSchema(body, { io: 'input' }));
  if (!adapted) throw new Error(`${facts.operationId} cannot be offered to a model`);
  return operationOf({ ...facts, body: adapted.schema });
}
