import { isRecord } from '../definition/arguments.js';
import { parseJson } from '../http/exact-json.js';
import { invalidRequest } from './api-error.js';

/** Reads the members of a JSON body. Problems are gathered, so that one answer names them all. */
export class Payload {
  private readonly problems: string[];
  private readonly path: string;

  private constructor(
    private readonly members: Readonly<Record<string, unknown>>,
    parent?: { readonly problems: string[]; readonly path: string },
  ) {
    this.problems = parent?.problems ?? [];
    this.path = parent?.path ?? 'payload';
  }

  /** @throws ApiError 400 when the text is not a JSON object. */
  static parse(text: string): Payload {
    const value = parsed(text);
    if (!isRecord(value)) throw invalidRequest(['Error in payload: Expected a JSON object']);
    return new Payload(value);
  }

  has(name: string): boolean {
    return this.members[name] !== undefined;
  }

  text(name: string): string | undefined {
    const value = this.members[name];
    if (value === undefined) return undefined;
    if (typeof value !== 'string' || value === '') {
      this.fail(name, 'Expected a string that is not empty');
      return undefined;
    }
    return value;
  }

  requiredText(name: string): string {
    if (!this.has(name)) this.fail(name, 'Required');
    return this.text(name) ?? '';
  }

  record(name: string): Readonly<Record<string, unknown>> | undefined {
    const value = this.members[name];
    if (value === undefined) return undefined;
    if (!isRecord(value)) {
      this.fail(name, 'Expected an object');
      return undefined;
    }
    return value;
  }

  /** The members of an object member; an absent one reads as empty. */
  group(name: string): Payload {
    return new Payload(this.record(name) ?? {}, { problems: this.problems, path: `${this.path}.${name}` });
  }

  /** Notes that a member is wrong. */
  fail(name: string, problem: string): void {
    this.problems.push(`Error in ${this.path}.${name}: ${problem}`);
  }

  /** @throws ApiError 400 when a member read so far was wrong. */
  check(): void {
    if (this.problems.length > 0) throw invalidRequest(this.problems);
  }
}

function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
