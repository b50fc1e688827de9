import { isObject, member } from './json-object.js';

/** One place in a JSON Schema where a schema stands, or should stand. */
export interface SchemaNode {
  /** What stands there; anything but an object is a mistake, save the booleans of `additionalProperties`. */
  schema: unknown;
  /** The way from the root, `properties/a/items`; empty for the root. */
  pointer: string;
  /** `other` is a place neither converter enters, with everything below it. */
  role: 'root' | 'property' | 'items' | 'branch' | 'other';
  /** Steps through `properties` and `items`. */
  depth: number;
  /** The descriptions a reader of this place sees: its own, and that of the property it is a part of. */
  about: string;
}

const MAPS = ['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'];
const LISTS = ['anyOf', 'oneOf', 'allOf', 'prefixItems'];
const SINGLES = ['items', 'contains', 'propertyNames', 'not', 'if', 'then', 'else', 'contentSchema'];
const BOOLEAN_ALLOWED = [
  'additionalProperties',
  'additionalItems',
  'unevaluatedProperties',
  'unevaluatedItems',
];
const UNIONS = new Set(['anyOf', 'oneOf']);

/** Every schema inside a schema, itself first. Values of `enum`, `default` and the like are never taken for one. */
export function walkSchema(schema: unknown): SchemaNode[] {
  return walk({ schema, pointer: '', role: 'root', depth: 0, about: '' });
}

function walk(node: SchemaNode): SchemaNode[] {
  const { schema } = node;
  if (!isObject(schema)) {
    return [node];
  }
  const description = member(schema, 'description');
  const here = { ...node, about: `${node.about} ${typeof description === 'string' ? description : ''}` };
  const children: SchemaNode[] = [];
  const add = (child: unknown, keyword: string, key?: string | number): void => {
    children.push(step(here, child, keyword, key));
  };

  for (const keyword of MAPS.filter((candidate) => isObject(member(schema, candidate)))) {
    for (const [key, child] of Object.entries(member(schema, keyword) ?? {})) {
      add(child, keyword, key);
    }
  }
  for (const keyword of LISTS) {
    toList(member(schema, keyword)).forEach((child, index) => add(child, keyword, index));
  }
  for (const keyword of SINGLES.filter((candidate) => Object.hasOwn(schema, candidate))) {
    const child = schema[keyword];
    if (Array.isArray(child)) {
      child.forEach((item, index) => add(item, 'prefixItems', index));
    } else {
      add(child, keyword);
    }
  }
  for (const keyword of BOOLEAN_ALLOWED.filter((candidate) => isObject(member(schema, candidate)))) {
    add(schema[keyword], keyword);
  }
  return [here, ...children.flatMap((child) => walk(child))];
}

function step(parent: SchemaNode, schema: unknown, keyword: string, key?: string | number): SchemaNode {
  const role = parent.role === 'other' ? 'other' : roleOf(keyword);
  const pointer = [parent.pointer, keyword, key]
    .filter((part) => part !== '' && part !== undefined)
    .join('/');
  return {
    schema,
    pointer,
    role,
    depth: parent.depth + (keyword === 'properties' || keyword === 'items' ? 1 : 0),
    about: keyword === 'properties' ? '' : parent.about,
  };
}

function roleOf(keyword: string): SchemaNode['role'] {
  if (keyword === 'properties') {
    return 'property';
  }
  if (keyword === 'items') {
    return 'items';
  }
  return UNIONS.has(keyword) ? 'branch' : 'other';
}

function toList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
