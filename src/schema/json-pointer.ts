import { isObject } from './json-schema.js';

/**
 * What a reference within a document points at (`#`, `#/$defs/A`; RFC 6901 in a URI fragment).
 * @returns undefined for a reference to another document, or to what is not there
 */
export function pointerTarget(root: unknown, reference: string): unknown {
  if (reference === '#') return root;
  if (!reference.startsWith('#/')) return undefined;
  let target = root;
  for (const segment of reference.slice(2).split('/')) {
    const name = decode(segment).replaceAll('~1', '/').replaceAll('~0', '~');
    if (!(isObject(target) || Array.isArray(target)) || !Object.hasOwn(target, name)) return undefined;
    target = (target as Record<string, unknown>)[name];
  }
  return target;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
