import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { type ProblemCode, problemCodes } from './problem-codes.js';

/** What every failure looks like in the contract. */
export const problemSchema = z
  .looseObject({
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(problemCodes) as [ProblemCode, ...ProblemCode[]]),
    detail: z.string().describe('One sentence to act on.'),
    fix: z.string().optional().describe('What to do about it.'),
    retryable: z.boolean().describe('Whether the very same request may succeed later.'),
    request_id: z.string(),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe('What is wrong with the arguments, by JSON pointer.'),
    connect_url: z.string().optional().describe('Where the user connects the missing account.'),
    nearest: z.array(z.string()).optional().describe('The tools with the nearest names.'),
  })
  .meta({ id: 'Problem', description: 'A failure (RFC 9457, application/problem+json), under 2 KB.' });

/** Documents the failures of a controller's routes. */
export function ApiProblems(): ClassDecorator & MethodDecorator {
  return applyDecorators(
    ApiResponse({
      status: 'default',
      description: 'A failure, told apart by its code',
      standardSchema: problemSchema,
    }),
  );
}
