import { isoTime } from '../../definition/moment.js';
import { InvalidArguments, ProviderFailure } from '../../definition/provider-failure.js';
import { integer, object, text } from '../../definition/schema.js';
import { tool } from '../../definition/tool.js';
import type { Memory } from './memory.js';

const timeZone = text('Time zone by its IANA name.', { default: 'UTC', examples: ['Europe/Lisbon'] });

/** The utilities that know about time. */
export const clock = [
  tool<Memory>({
    slug: 'UTILITIES_GET_CURRENT_TIME',
    name: 'Get current time',
    description:
      'Tells what time and date it is now, in any time zone. Use it before anything with "today" in it.',
    input: object({ time_zone: timeZone }),
    output: {
      utc: text('The time in UTC.'),
      local: text('The time there, in words.'),
      weekday: text('The day.'),
    },
    tags: ['important', 'readOnlyHint', 'time'],
    run: (args, _memory, { now }) => ({ utc: isoTime(now), ...inWords(now, args.text('time_zone', 'UTC')) }),
  }),
  tool<Memory>({
    slug: 'UTILITIES_CONVERT_TIME',
    name: 'Convert time to time zone',
    description:
      'Tells what a moment is called in another time zone: "three in the afternoon UTC" in Lisbon or Tokyo.',
    input: object({ time: text('The moment, in ISO 8601.', { format: 'date-time' }), time_zone: timeZone }, [
      'time',
    ]),
    output: { local: text('The time there, in words.'), weekday: text('The day there.') },
    tags: ['readOnlyHint', 'idempotentHint', 'time'],
    run: (args) => inWords(readDate(args.text('time'), 'time'), args.text('time_zone', 'UTC')),
  }),
  tool<Memory>({
    slug: 'UTILITIES_COUNT_DAYS_BETWEEN',
    name: 'Count days between dates',
    description:
      'Counts the days from one date to another; the number is negative when the second one is earlier.',
    input: object(
      { from: text('First day.', { format: 'date' }), to: text('Last day.', { format: 'date' }) },
      ['from', 'to'],
    ),
    output: { days: integer('How many days lie between them.') },
    tags: ['readOnlyHint', 'idempotentHint', 'time'],
    run: (args) => {
      const [from, to] = ['from', 'to'].map((name) => readDate(args.text(name), name).getTime());
      return { days: Math.round(((to ?? 0) - (from ?? 0)) / 86_400_000) };
    },
  }),
];

function readDate(value: string, name: string): Date {
  const date = new Date(value);
  if (Number.isNaN(date.getTime()))
    throw new InvalidArguments(`Input should be a valid date on parameter \`${name}\``);
  return date;
}

function inWords(date: Date, zone: string): { local: string; weekday: string } {
  try {
    const format = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).format(date);
    return { local: format({ dateStyle: 'long', timeStyle: 'short' }), weekday: format({ weekday: 'long' }) };
  } catch {
    throw new ProviderFailure(400, `Unknown time zone: ${zone}`, 'time');
  }
}
