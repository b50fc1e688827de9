import { ProviderFailure } from './provider-failure.js';

/** The things of one kind that an app holds for a user, in the order they were made, under counted ids. */
export class Records<T extends { readonly id: string }> {
  private readonly byId = new Map<string, T>();
  private made = 0;

  /**
   * @param noun what one of them is called in a refusal: `message`
   * @param prefix what their ids start with: `msg_` gives `msg_1`, `msg_2`, …
   */
  constructor(
    private readonly noun: string,
    private readonly prefix: string,
  ) {}

  /** Adds a record under the next id. */
  add(make: (id: string) => T): T {
    this.made += 1;
    const record = make(`${this.prefix}${this.made}`);
    this.byId.set(record.id, record);
    return record;
  }

  /**
   * The record with this id.
   *
   * @throws ProviderFailure 404 when there is none.
   */
  get(id: string): T {
    const record = this.byId.get(id);
    if (!record) throw new ProviderFailure(404, `No ${this.noun} with id ${id}.`, `${this.noun}s/${id}`);
    return record;
  }

  /**
   * Takes the record with this id away, for good.
   *
   * @throws ProviderFailure 404 when there is none.
   */
  remove(id: string): T {
    const record = this.get(id);
    this.byId.delete(id);
    return record;
  }

  all(): T[] {
    return [...this.byId.values()];
  }
}
