import { RecentMap } from '../cache/recent-map.js';
import type { Listing } from './listing.js';

/** So many listings stay in memory; the least recently built goes first. */
const SIZE = 2_000;

/** Listings by view (credential and scope) and user, each built once for all who wait, and handed out while it is fresh. */
export class Listings {
  private readonly listings = new RecentMap<Listing>(SIZE);
  private readonly latestOfView = new RecentMap<Listing>(SIZE);
  private readonly building = new Map<string, Promise<Listing>>();

  /** The listing of a view that was built last, for whichever user: the tools are the same, only their order differs. */
  latest(view: string): Listing | undefined {
    return this.latestOfView.get(view);
  }

  /** Has the listings of a user of a credential built anew when they are next asked for. */
  expire(fingerprint: string, userId: string): void {
    for (const [key, listing] of this.listings) {
      if (key.startsWith(`${fingerprint}:`) && key.endsWith(`:${userId}`)) listing.freshUntil = 0;
    }
  }

  /**
   * The listing, built anew where it is not fresh.
   * @param build is told whether it builds the first one
   */
  get(view: string, userId: string, build: (isFirst: boolean) => Promise<Listing>): Promise<Listing> {
    const key = `${view}:${userId}`;
    const known = this.listings.get(key);
    if (known && known.freshUntil > performance.now()) return Promise.resolve(known);
    const underWay = this.building.get(key);
    if (underWay) return underWay;
    const building = build(known === undefined)
      .then(
        (listing) => {
          this.listings.set(key, listing);
          this.latestOfView.set(view, listing);
          return listing;
        },
        (error: unknown) => {
          this.listings.delete(key);
          this.latestOfView.delete(view);
          throw error;
        },
      )
      .finally(() => this.building.delete(key));
    this.building.set(key, building);
    return building;
  }
}
