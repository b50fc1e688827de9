/** A time in the form the tools write it: ISO 8601 in UTC, to the second. */
export function isoTime(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** The calendar day of a time in UTC: `2026-11-24`. */
export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** A time of day some days from now. Seed data uses it, so that "this week" is never empty. */
export function daysFrom(now: Date, days: number, time: string): string {
  const day = new Date(now.getTime() + days * 86_400_000);
  return `${isoDay(day)}T${time}:00Z`;
}
