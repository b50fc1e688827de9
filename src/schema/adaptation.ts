import { spend } from './bounded.js';
import { describe } from './describe-schema.js';
import { canonical, type JsonSchema, type TypeName } from './json-schema.js';
import type { PropertyNames, RenamedProperties } from './property-names.js';
import { isOfType } from './schema-keywords.js';
import type { SchemaLoss } from './schema-loss.js';

/** A part of an adapted schema, with the properties below it that got another name. */
export interface Adapted {
  readonly schema: JsonSchema;
  readonly renames?: RenamedProperties | undefined;
}

/** Why a part cannot be offered: it needs a file key of Composio's, accepts only null, or accepts nothing. */
export type Unfit = 'file' | 'null' | 'never';

/** Where in a schema the adapter is. */
export interface Place {
  /** As in `SchemaLoss`. */
  readonly path: string;
  /** Levels of objects and arrays above. */
  readonly depth: number;
  /** The references that led here. */
  readonly references: ReadonlySet<string>;
}

/** What the parts of the adapter share while they adapt the schema of one tool. */
export interface Adaptation {
  readonly names: PropertyNames;
  /** Adapts a schema below. */
  adapt(schema: JsonSchema, place: Place): Adapted | Unfit;
  /** Whether a place is too deep, or the schema too large, to be described. */
  isBeyond(place: Place): boolean;
  lost(path: string, keyword: string, effect: SchemaLoss['effect'], reason: string): void;
}

/** Whether an outcome can be offered. */
export function isFit(part: Adapted | Unfit): part is Adapted {
  return typeof part !== 'string';
}

/** The type, description, default and enumeration of an adapted schema, each where there is one. */
export function head(
  schema: JsonSchema,
  type: TypeName | undefined,
  values?: readonly unknown[],
): JsonSchema {
  const { default: given } = schema;
  const offered = values ? new Set(values.map(canonical)) : undefined;
  const fits = given !== undefined && given !== null && (type === undefined || isOfType(given, type));
  const fallback = fits && (offered?.has(canonical(given)) ?? true) ? given : undefined;
  if (typeof fallback === 'string') spend(fallback.length);
  const description = describe(schema.description as string | undefined, { values, fallback });
  return {
    ...(type === undefined ? {} : { type }),
    ...(description === '' ? {} : { description }),
    ...(values ? { enum: values } : {}),
    ...(fallback === undefined ? {} : { default: fallback }),
  };
}
