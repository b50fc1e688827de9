import { invalidRequest } from './api-error.js';

/**
 * Reads query parameters in the forms clients send them: lists comma-joined, repeated or with `[]`, and an empty
 * value for null. Problems are gathered, so that one answer names them all.
 */
export class Query {
  private readonly problems: string[] = [];

  constructor(private readonly params: URLSearchParams) {}

  text(name: string): string | undefined {
    return this.params.get(name) || undefined;
  }

  /** The entries of a list; undefined when the parameter is absent or empty. */
  list(name: string): string[] | undefined {
    const values = [...this.params.getAll(name), ...this.params.getAll(`${name}[]`)];
    const entries = values.flatMap((value) => value.split(',')).filter(Boolean);
    return entries.length > 0 ? entries : undefined;
  }

  /** The entries of a parameter in bracket form: `versions[mail]=…` gives `{mail: …}`. */
  group(name: string): Record<string, string> {
    const entries = [...this.params].filter(([key]) => key.startsWith(`${name}[`) && key.endsWith(']'));
    return Object.fromEntries(entries.map(([key, value]) => [key.slice(name.length + 1, -1), value]));
  }

  integer(name: string, fallback: number, max: number): number {
    const value = this.text(name);
    if (value === undefined) return fallback;
    const number = Number(value);
    if (!Number.isInteger(number) || number < 1 || number > max) {
      this.fail(name, `Expected a whole number between 1 and ${max}`);
      return fallback;
    }
    return number;
  }

  flag(name: string): boolean | undefined {
    const value = this.choice(name, ['true', 'false']);
    return value === undefined ? undefined : value === 'true';
  }

  choice<const Option extends string>(name: string, options: readonly Option[]): Option | undefined {
    const value = this.text(name);
    const option = options.find((entry) => entry === value);
    if (value !== undefined && option === undefined) this.fail(name, `Expected one of ${options.join(', ')}`);
    return option;
  }

  /** Notes that a parameter is wrong. */
  fail(name: string, problem: string): void {
    this.problems.push(`Error in query.${name}: ${problem}`);
  }

  /** @throws ApiError 400 when a parameter read so far was wrong. */
  check(): void {
    if (this.problems.length > 0) throw invalidRequest(this.problems);
  }
}
