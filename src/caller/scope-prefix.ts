import type { IncomingMessage } from 'node:http';
import { type Scope, splitScope } from './scope.js';

interface ScopePrefix {
  readonly prefix: string;
  readonly scope: Scope;
}

const none: ScopePrefix = { prefix: '', scope: {} };
const prefixes = new WeakMap<IncomingMessage, ScopePrefix>();

/** Takes the scope prefix off a request's URL, so that every route exists once, and remembers it for `scopeOf`. */
export function withoutScopePrefix(request: IncomingMessage): string {
  const { url, ...prefix } = splitScope(request.url ?? '/');
  if (prefix.prefix !== '') prefixes.set(request, prefix);
  return url;
}

/** The scope that a request's URL prefix named. */
export function scopeOf(request: IncomingMessage): Scope {
  return (prefixes.get(request) ?? none).scope;
}

/**
 * The URL that clients add a scope's paths to.
 * @param publicUrl this server's own, where it is known
 */
export function scopeUrl(publicUrl: string | undefined, prefix: string): string {
  return `${publicUrl ?? ''}${prefix}` || '/';
}

/** The prefix itself, in its canonical spelling, or an empty text: `/toolkits/github`. */
export function scopePrefixOf(request: IncomingMessage): string {
  return (prefixes.get(request) ?? none).prefix;
}
