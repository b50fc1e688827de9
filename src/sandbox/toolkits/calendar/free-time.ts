import { isoTime } from '../../definition/moment.js';
import { ProviderFailure } from '../../definition/provider-failure.js';
import { readTime, type Agenda } from './agenda.js';

export interface SlotSearch {
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
  /** The time zones in which the slot has to fall into working hours (09:00 to 17:00). */
  readonly timeZones: readonly string[];
}

const STEP_MINUTES = 30;
const MAX_SLOTS = 10;

/**
 * The first slots of the wanted length in which the agenda is empty and everybody is at work.
 *
 * @throws ProviderFailure 400 for times and time zones that do not exist.
 */
export function freeSlots(agenda: Agenda, search: SlotSearch): { start: string; end: string }[] {
  const hours = search.timeZones.map(hourReader);
  const busy = agenda.events
    .all()
    .map((event) => ({ start: Date.parse(event.start), end: Date.parse(event.end) }));
  const step = STEP_MINUTES * 60_000;
  const length = search.minutes * 60_000;
  const last =
    Math.min(readTime(search.to).getTime(), readTime(search.from).getTime() + 31 * 86_400_000) - length;
  const slots: { start: string; end: string }[] = [];
  let start = Math.ceil(readTime(search.from).getTime() / step) * step;
  for (; start <= last && slots.length < MAX_SLOTS; start += step) {
    const end = start + length;
    const free = busy.every((event) => end <= event.start || start >= event.end);
    const atWork = hours.every((hourAt) => hourAt(start) >= 9 && hourAt(end - 1) < 17);
    if (free && atWork) slots.push({ start: isoTime(new Date(start)), end: isoTime(new Date(end)) });
  }
  return slots;
}

function hourReader(timeZone: string): (time: number) => number {
  try {
    const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' });
    return (time) => Number.parseInt(format.format(time), 10);
  } catch {
    throw new ProviderFailure(400, `Invalid time zone: ${timeZone}`, 'freeBusy');
  }
}
