import type { Listing } from './listing.js';

/** So many listings stay in memory; the least recently built goes first. */
const SIZE = 5_000;

/** Listings by caller and scope, each built once for all who wait, and handed out while it is fresh. */
export class Listings {
  private readonly listings = new Map<string, Listing>();
  private readonly building = new Map<string, Promise<Listing>>();

  /** Whether there is a listing, fresh or not: if not, asking for it may take a while. */
  has(key: string): boolean {
    return this.listings.has(key);
  }

  /** The listing, built anew where it is not fresh. */
  get(key: string, build: () => Promise<Listing>): Promise<Listing> {
    const previous = this.listings.get(key);
    if (previous && previous.freshUntil > performance.now()) return Promise.resolve(previous);
    const underWay = this.building.get(key);
    if (underWay) return underWay;
    const building = build().then(
      (listing) => this.keep(key, listing),
      (error: unknown) => {
        this.listings.delete(key);
        throw error;
      },
    );
    this.building.set(key, building);
    // A second reaction, so that the caller's own promise is the one that reports a failure.
    building.catch(() => undefined).finally(() => this.building.delete(key));
    return building;
  }

  private keep(key: string, listing: Listing): Listing {
    this.listings.delete(key);
    this.listings.set(key, listing);
    const [oldest] = this.listings.keys();
    if (this.listings.size > SIZE && oldest !== undefined) this.listings.delete(oldest);
    return listing;
  }
}
