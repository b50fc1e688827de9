import { integer, list, object, text } from '../../definition/schema.js';
import { tool } from '../../definition/tool.js';
import type { Agenda } from './agenda.js';
import { freeSlots } from './free-time.js';

const slots = {
  slots: list(
    'Up to ten slots, earliest first.',
    object({ start: text('Start, UTC.'), end: text('End, UTC.') }),
  ),
};

/** The calendar tools that look for a time. */
export const calendarPlanning = [
  tool<Agenda>({
    slug: 'CALENDAR_LIST_CALENDARS',
    name: 'List calendars',
    description: 'Lists the calendars the user has, each with its id, name and time zone.',
    input: object({}),
    output: { calendars: list('The calendars.', object({ id: text('Id.'), name: text('Name.') })) },
    tags: ['readOnlyHint', 'idempotentHint'],
    run: (_args, agenda) => ({ calendars: agenda.calendars }),
  }),
  tool<Agenda>({
    slug: 'CALENDAR_FIND_FREE_TIME',
    name: 'Find free time',
    description:
      'Finds the gaps in the calendar of the user that are long enough for a meeting, within working hours (09:00 to ' +
      '17:00). Use it before scheduling. Returns the first ten slots; book one with CALENDAR_CREATE_EVENT.',
    input: object(
      {
        from: text('Start of the period to search.', { format: 'date-time' }),
        to: text('End of the period to search, 31 days later at most.', { format: 'date-time' }),
        duration_minutes: integer('How long the slot has to be.', {
          default: 30,
          exclusiveMinimum: 0,
          maximum: 480,
        }),
        time_zone: text('The time zone of the working hours.', {
          default: 'UTC',
          examples: ['Europe/Lisbon'],
        }),
      },
      ['from', 'to'],
    ),
    output: slots,
    tags: ['important', 'readOnlyHint', 'idempotentHint', 'planning'],
    run: (args, agenda) => ({
      slots: freeSlots(agenda, {
        from: args.text('from'),
        to: args.text('to'),
        minutes: args.integer('duration_minutes', 30),
        timeZones: [args.text('time_zone', 'UTC')],
      }),
    }),
  }),
  tool<Agenda>({
    // 70 characters: over the 64 that function names may have at the large model providers.
    slug: 'CALENDAR_FIND_COMMON_FREE_TIME_FOR_SEVERAL_ATTENDEES_ACROSS_TIME_ZONES',
    name: 'Find common free time across time zones',
    description:
      'Finds slots that suit people who work in different time zones: the calendar of the user is free, and it is ' +
      'between 09:00 and 17:00 for every one of them. Use it to plan a call with several people far apart.',
    input: object(
      {
        from: text('Start of the period to search.', { format: 'date-time' }),
        to: text('End of the period to search, 31 days later at most.', { format: 'date-time' }),
        duration_minutes: integer('How long the slot has to be.', { default: 30, exclusiveMinimum: 0 }),
        attendees: list(
          'The people who have to be there.',
          object(
            {
              email: text('Email address.'),
              time_zone: text('Time zone by its IANA name.', { default: 'UTC' }),
            },
            ['email'],
          ),
          { minItems: 1 },
        ),
      },
      ['from', 'to', 'attendees'],
    ),
    output: slots,
    tags: ['readOnlyHint', 'idempotentHint', 'planning'],
    since: '20260720_00',
    run: (args, agenda) => ({
      slots: freeSlots(agenda, {
        from: args.text('from'),
        to: args.text('to'),
        minutes: args.integer('duration_minutes', 30),
        timeZones: args.groups('attendees').map((attendee) => attendee.text('time_zone', 'UTC')),
      }),
    }),
  }),
];
