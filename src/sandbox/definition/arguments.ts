import { LongInteger } from '../http/exact-json.js';
import { InvalidArguments } from './provider-failure.js';

/**
 * Reads the arguments of one call. Each reader gives the value in the type the tool works with, or throws
 * `InvalidArguments` with the words Composio uses. `null` counts as absent, as it does there.
 */
export class Arguments {
  constructor(private readonly values: Readonly<Record<string, unknown>>) {}

  /** Whether the caller gave the argument; an explicit `null` does not count. */
  has(name: string): boolean {
    return (this.values[name] ?? undefined) !== undefined;
  }

  /** Whether the caller gave the argument, `null` included: how a tool tells "clear it" from "leave it". */
  mentions(name: string): boolean {
    return Object.hasOwn(this.values, name);
  }

  /** The value as it came. */
  value(name: string): unknown {
    return this.values[name];
  }

  text(name: string, fallback?: string): string {
    const value = this.required(name, fallback);
    if (typeof value !== 'string') throw this.wrongType(name, 'a valid string');
    return value;
  }

  optionalText(name: string): string | undefined {
    return this.has(name) ? this.text(name) : undefined;
  }

  number(name: string, fallback?: number): number {
    const value = this.required(name, fallback);
    const number = value instanceof LongInteger ? Number(value.digits) : value;
    if (typeof number !== 'number') throw this.wrongType(name, 'a valid number');
    return number;
  }

  integer(name: string, fallback?: number): number {
    const number = this.number(name, fallback);
    if (!Number.isInteger(number)) throw this.wrongType(name, 'a valid integer');
    return number;
  }

  flag(name: string, fallback?: boolean): boolean {
    const value = this.required(name, fallback);
    if (typeof value !== 'boolean') throw this.wrongType(name, 'a valid boolean');
    return value;
  }

  list(name: string, fallback?: readonly unknown[]): readonly unknown[] {
    const value = this.required(name, fallback);
    if (!Array.isArray(value)) throw this.wrongType(name, 'a valid list');
    return value as readonly unknown[];
  }

  /** A list of texts; one bare text counts as a list of one. */
  texts(name: string, fallback?: readonly string[]): string[] {
    const value = this.required(name, fallback);
    const list = Array.isArray(value) ? (value as readonly unknown[]) : [value];
    return list.map((entry) => {
      if (typeof entry !== 'string') throw this.wrongType(name, 'a valid list of strings');
      return entry;
    });
  }

  record(name: string, fallback?: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    const value = this.required(name, fallback);
    if (!isRecord(value)) throw this.wrongType(name, 'a valid dictionary');
    return value;
  }

  /** The arguments inside an object argument. */
  group(name: string, fallback?: Readonly<Record<string, unknown>>): Arguments {
    return new Arguments(this.record(name, fallback));
  }

  /** The arguments inside each object of a list argument. */
  groups(name: string): Arguments[] {
    return this.list(name).map((entry) => {
      if (!isRecord(entry)) throw this.wrongType(name, 'a valid list of dictionaries');
      return new Arguments(entry);
    });
  }

  private required(name: string, fallback: unknown): unknown {
    const value = this.values[name] ?? fallback;
    if (value === undefined) throw new InvalidArguments(`Following fields are missing: {'${name}'}`);
    return value;
  }

  private wrongType(name: string, wanted: string): InvalidArguments {
    return new InvalidArguments(`Input should be ${wanted} on parameter \`${name}\``);
  }
}

/** Whether a value is a plain JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof LongInteger)
  );
}
