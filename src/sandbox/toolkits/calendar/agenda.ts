import { daysFrom, isoTime } from '../../definition/moment.js';
import { ProviderFailure } from '../../definition/provider-failure.js';
import { Records } from '../../definition/records.js';

export interface CalendarEvent {
  readonly id: string;
  readonly calendar_id: string;
  title: string;
  start: string;
  end: string;
  readonly all_day: boolean;
  location: string | null;
  attendees: readonly string[];
  reminders: readonly number[];
  response: string;
}

export interface Agenda {
  readonly calendars: readonly { readonly id: string; readonly name: string; readonly time_zone: string }[];
  readonly events: Records<CalendarEvent>;
}

/** An agenda with appointments around the current day. */
export function seedAgenda(now: Date): Agenda {
  const events = new Records<CalendarEvent>('event', 'evt_');
  const add = (
    title: string,
    days: number,
    start: string,
    end: string,
    attendees: string[],
    location: string | null,
  ) =>
    events.add((id) => ({
      id,
      calendar_id: 'primary',
      title,
      attendees,
      location,
      all_day: false,
      reminders: [10],
      start: daysFrom(now, days, start),
      end: daysFrom(now, days, end),
      response: 'needs_action',
    }));
  add('Dentist', -3, '15:00', '15:45', [], 'Main Street 4');
  add('Team meeting', 1, '09:00', '10:00', ['ada@example.com', 'grace@example.com'], 'Room 2');
  add('Lunch with Ada', 1, '12:00', '13:00', ['ada@example.com'], null);
  add('Product demo', 2, '14:00', '15:00', ['grace@example.com', 'client@example.org'], 'Video call');
  return {
    events,
    calendars: [
      { id: 'primary', name: 'Personal', time_zone: 'UTC' },
      { id: 'team', name: 'Team', time_zone: 'Europe/Lisbon' },
    ],
  };
}

/**
 * Reads a time as a caller writes it.
 *
 * @throws ProviderFailure 400 when it is not a time.
 */
export function readTime(value: string): Date {
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) throw new ProviderFailure(400, `Invalid time: ${value}`, 'events');
  return date;
}

/**
 * A stretch of time in the form events keep it.
 *
 * @throws ProviderFailure 400 when it ends before it starts.
 */
export function readSpan(start: string, end: string): { start: string; end: string } {
  const span = { start: isoTime(readTime(start)), end: isoTime(readTime(end)) };
  if (span.end <= span.start) throw new ProviderFailure(400, 'The event ends before it starts.', 'events');
  return span;
}
