import { adaptArray } from './adapt-array.js';
import { type Adaptation, type Adapted, head, isFit, type Place, type Unfit } from './adaptation.js';
import { adaptObject } from './adapt-object.js';
import { bounded, spend } from './bounded.js';
import { describe } from './describe-schema.js';
import {
  distinctValues,
  isNever,
  isObject,
  type JsonSchema,
  type TypeName,
  typeOfValue,
} from './json-schema.js';
import { valuesOf } from './merge-schemas.js';
import { outlineOf } from './outline-schema.js';
import { combineRenames, PropertyNames, type RenamedProperties } from './property-names.js';
import { repairSchema, type RepairedSchema } from './repair-schema.js';
import { type Alternative, alternativesOf } from './schema-alternatives.js';
import { inferType, isOfType, keptKeywords, lostKeywords } from './schema-keywords.js';
import type { SchemaLoss } from './schema-loss.js';
import { togetherAs } from './together.js';

/** The schema of a tool's arguments in the form that Open WebUI and the model providers understand. */
export interface AdaptedSchema {
  /** One flat object: no references, combinations only as `anyOf` of typed branches, every property with a type. */
  readonly schema: JsonSchema;
  /** What it does not say. Whatever it accepts, the original accepts, but for these. */
  readonly losses: readonly SchemaLoss[];
  /** The properties that got another name. */
  readonly renames: RenamedProperties | undefined;
}

/** Objects and arrays below so many levels are not described. */
const MOST_LEVELS = 8;
/** A schema of more parts is described only so far: references can multiply without end. */
const MOST_PARTS = 2_000;
/** About a quarter of a second. Of a schema that takes more, only an outline is described. */
const MOST_STEPS = 2_500_000;

/**
 * Adapts the schema of a tool's arguments, whatever it is, for a tool document.
 * @returns undefined for a tool that cannot be called without a file uploaded to Composio before
 */
export function adaptSchema(source: unknown): AdaptedSchema | undefined {
  const whole = bounded(MOST_STEPS, () => ({ adapted: adaptWhole(source) }));
  if (whole) return whole.adapted;
  const outline = adaptWhole(outlineOf(source));
  const loss: SchemaLoss = {
    path: '',
    keyword: 'properties',
    effect: 'wider',
    reason: 'the schema is too large to be described',
  };
  return outline && { ...outline, losses: [loss, ...outline.losses] };
}

function adaptWhole(source: unknown): AdaptedSchema | undefined {
  const root = repairSchema(source);
  const adapter = new SchemaAdapter(root, new PropertyNames(propertyNamesIn(root)));
  const adapted = adapter.adaptRoot();
  return adapted && { schema: adapted.schema, losses: adapter.losses, renames: adapted.renames };
}

class SchemaAdapter implements Adaptation {
  readonly losses: SchemaLoss[] = [];
  private parts = 0;

  constructor(
    private readonly root: RepairedSchema,
    readonly names: PropertyNames,
  ) {}

  adaptRoot(): Adapted | undefined {
    const place: Place = { path: '', depth: 0, references: new Set() };
    const objects = this.alternatives(this.root, place).filter(({ schema }) => couldBeObject(schema));
    if (objects.length > 1)
      this.lost('', 'anyOf', 'wider', 'the arguments of all alternatives are offered together');
    if (objects.length === 0) this.lost('', 'type', 'wider', 'the schema accepts no arguments');
    const { schema, references } = togetherAs(objects);
    this.reportLost(schema, 'object', place);
    if (valuesOf(schema)) this.lost('', 'enum', 'wider', 'clients take no list of whole arguments');
    const { description: _, default: __, enum: ___, const: ____, ...bare } = schema;
    const adapted = adaptObject({ schema: bare, references }, place, this);
    return isFit(adapted) ? adapted : undefined;
  }

  adapt(schema: JsonSchema, place: Place): Adapted | Unfit {
    const all = this.alternatives(schema, place).filter((alternative) => !isNever(alternative.schema));
    const offered = all.filter((alternative) => alternative.schema.type !== 'null');
    if (offered.length === 0) return all.length > 0 ? 'null' : 'never';
    if (offered.length < all.length) this.lost(place.path, 'type', 'narrower', 'null is not offered');
    const [only] = offered;
    if (offered.length === 1 && only) return described(this.ofOneType(only, place), schema);
    return this.union(
      offered.map((alternative) => this.ofOneType(withoutTexts(alternative, schema), place)),
      schema,
      place,
    );
  }

  isBeyond(place: Place): boolean {
    return place.depth > MOST_LEVELS || this.parts > MOST_PARTS;
  }

  lost(path: string, keyword: string, effect: SchemaLoss['effect'], reason: string): void {
    spend(1);
    this.losses.push({ path, keyword, effect, reason });
  }

  private alternatives(schema: JsonSchema, place: Place): Alternative[] {
    return alternativesOf(schema, place.references, {
      root: this.root,
      lost: (keyword, effect, reason) => this.lost(place.path, keyword, effect, reason),
      spend: () => (this.parts += 1) <= MOST_PARTS * 2,
    });
  }

  private ofOneType(alternative: Alternative, place: Place): Adapted | Unfit {
    const { schema } = alternative;
    if (schema.file_uploadable === true) return 'file';
    const type = inferType(schema);
    if (type === undefined) return this.ofSeveralTypes(alternative, place);
    this.reportLost(schema, type, place);
    if (type === 'null') return 'null';
    const values = valuesOf(schema)?.filter((value) => isOfType(value, type));
    if (values?.length === 0) return 'never';
    if (type === 'object') return adaptObject(alternative, place, this);
    if (type === 'array') return adaptArray(alternative, place, this);
    return { schema: { ...head(schema, type, values), ...keptKeywords(schema, type) } };
  }

  /** Values of several types become alternatives, one of each type. */
  private ofSeveralTypes({ schema, references }: Alternative, place: Place): Adapted | Unfit {
    const types = new Set(valuesOf(schema)?.map(typeOfValue));
    if (types.delete('null')) this.lost(place.path, 'enum', 'narrower', 'null is not offered');
    if (types.has('number')) types.delete('integer');
    const bare = withoutTexts({ schema, references }, schema).schema;
    const parts = [...types].map((type) => this.ofOneType({ schema: { ...bare, type }, references }, place));
    return this.union(parts, schema, place);
  }

  /** @param whole has the description and default that the parts share */
  private union(parts: readonly (Adapted | Unfit)[], whole: JsonSchema, place: Place): Adapted | Unfit {
    const fit = parts.filter(isFit);
    const [first] = fit;
    if (!first) return parts[0] as Unfit;
    if (fit.length < parts.length)
      this.lost(place.path, 'anyOf', 'narrower', 'some alternatives are not offered');
    const branches = fit.flatMap(({ schema }) => branchesOf(schema));
    const distinct = distinctValues(branches);
    if (distinct.length === 1) return described(first, whole);
    const renames = combineRenames(fit.map((part) => part.renames));
    const [type, ...others] = new Set(distinct.map((branch) => branch.type as TypeName));
    const common = others.length === 0 ? type : undefined;
    if (common && distinct.every(({ enum: values }) => Array.isArray(values))) {
      const values = distinct.flatMap((branch) => branch.enum as unknown[]);
      return { schema: head(whole, common, distinctValues(values)), renames };
    }
    return { schema: { ...head(whole, common), anyOf: distinct }, renames };
  }

  private reportLost(schema: JsonSchema, type: TypeName, place: Place): void {
    for (const keyword of lostKeywords(schema, type)) {
      this.lost(place.path, keyword, 'wider', 'clients and model providers do not know it');
    }
  }
}

function couldBeObject(schema: JsonSchema): boolean {
  const named = schema.type ?? 'object';
  return !isNever(schema) && named === 'object' && (valuesOf(schema)?.some(isObject) ?? true);
}

function withoutTexts({ schema, references }: Alternative, whole: JsonSchema): Alternative {
  const { description, default: _, ...rest } = schema;
  return { schema: description === whole.description ? rest : { ...rest, description }, references };
}

/** The only alternative left, under the description of the whole. */
function described(part: Adapted | Unfit, { description }: JsonSchema): Adapted | Unfit {
  if (!isFit(part) || typeof description !== 'string') return part;
  const { enum: values, default: fallback } = part.schema;
  const text = describe(description, { values: values as unknown[] | undefined, fallback });
  return { ...part, schema: { ...part.schema, description: text } };
}

/** A union within a union is one. */
function branchesOf(schema: JsonSchema): readonly JsonSchema[] {
  return schema.type === undefined && Array.isArray(schema.anyOf) ? (schema.anyOf as JsonSchema[]) : [schema];
}

function propertyNamesIn(schema: unknown, names = new Set<string>()): Set<string> {
  if (typeof schema !== 'object' || schema === null) return names;
  if ('properties' in schema && isObject(schema.properties))
    for (const name of Object.keys(schema.properties)) names.add(name);
  for (const part of Object.values(schema)) propertyNamesIn(part, names);
  return names;
}
