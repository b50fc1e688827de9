import type { Arguments } from '../../definition/arguments.js';
import { flag, integer, list, object, text, choice } from '../../definition/schema.js';
import { tool } from '../../definition/tool.js';
import { hasWords } from '../../definition/words.js';
import { readSpan, readTime, type Agenda, type CalendarEvent } from './agenda.js';

const eventParts = {
  id: text('Id of the event.'),
  title: text('What it is.'),
  start: text('When it starts, in UTC.', { format: 'date-time' }),
  end: text('When it ends, in UTC.', { format: 'date-time' }),
  all_day: flag('Whether it takes the whole day.'),
  location: text('Where it is.', { nullable: true }),
  attendees: list('Email addresses of the guests.'),
};

const WRITE_SCOPES = ['https://auth.sandbox.example/calendar.events'];
const READ_SCOPES = ['https://auth.sandbox.example/calendar.readonly'];

/** The calendar tools that keep appointments. */
export const calendarEvents = [
  tool<Agenda>({
    slug: 'CALENDAR_CREATE_EVENT',
    name: 'Create event',
    description:
      'Puts an appointment, meeting or whole-day event into the calendar and invites guests to it. Use it to schedule ' +
      'something at a known time; to find a time first, use CALENDAR_FIND_FREE_TIME. Returns the event with its id.',
    input: object(
      {
        title: text('What the event is called.', { minLength: 1 }),
        when: {
          description: 'When it takes place: between two times, or on a whole day.',
          oneOf: [
            object(
              {
                kind: { const: 'timed', type: 'string' },
                start: text('When it starts.', { format: 'date-time', examples: ['2026-11-24T14:00:00Z'] }),
                end: text('When it ends.', { format: 'date-time', examples: ['2026-11-24T15:00:00Z'] }),
              },
              ['kind', 'start', 'end'],
            ),
            object({ kind: { const: 'all_day' }, date: text('The day.', { format: 'date' }) }, [
              'kind',
              'date',
            ]),
          ],
        },
        // The examples are flat strings on an array, as on many tools of the real catalogue.
        attendees: list(
          'Email addresses of the guests.',
          { type: 'string' },
          { examples: ['ada@example.com'] },
        ),
        location: text('Where it takes place.', { nullable: true }),
        reminders: list('Minutes before the start at which to remind.', integer('Minutes.', { minimum: 0 })),
        calendar_id: text('The calendar to put it into.', { default: 'primary' }),
      },
      ['title', 'when'],
    ),
    output: eventParts,
    tags: ['important', 'createHint', 'events'],
    scopes: WRITE_SCOPES,
    run: (args, agenda) => {
      const when = args.group('when');
      const allDay = when.text('kind', 'timed') === 'all_day';
      const day = allDay ? when.text('date') : '';
      const span = allDay
        ? readSpan(`${day}T00:00:00Z`, `${day}T23:59:59Z`)
        : readSpan(when.text('start'), when.text('end'));
      return view(
        agenda.events.add((id) => ({
          id,
          ...span,
          all_day: allDay,
          title: args.text('title'),
          response: 'accepted',
          calendar_id: args.text('calendar_id', 'primary'),
          location: args.optionalText('location') ?? null,
          attendees: args.texts('attendees', []),
          reminders: args.list('reminders', [10]).map(Number),
        })),
      );
    },
  }),
  tool<Agenda>({
    slug: 'CALENDAR_LIST_EVENTS',
    name: 'List events',
    description:
      'Lists the appointments between two times, earliest first. Use it to answer what is on today, tomorrow or this ' +
      'week, or to find an event by a word of its title. Without times it lists everything from now on.',
    input: object({
      from: text('Start of the period.', { format: 'date-time', default: null }),
      to: text('End of the period.', { format: 'date-time', default: null }),
      query: text('Words that the title, place or guests have to contain.', { default: '' }),
      max_results: integer('How many events to return at most.', { default: 50, minimum: 1, maximum: 250 }),
    }),
    output: { events: list('The events, earliest first.', object(eventParts)) },
    tags: ['important', 'readOnlyHint', 'idempotentHint', 'events'],
    scopes: READ_SCOPES,
    run: (args, agenda, { now }) => {
      const from = readTime(args.text('from', now.toISOString())).getTime();
      const to = args.has('to') ? readTime(args.text('to')).getTime() : Number.POSITIVE_INFINITY;
      const query = args.text('query', '');
      const events = agenda.events
        .all()
        .filter((event) => Date.parse(event.end) > from && Date.parse(event.start) < to)
        .filter((event) => hasWords(query, event.title, event.location ?? '', ...event.attendees))
        .toSorted((a, b) => a.start.localeCompare(b.start));
      return { events: events.slice(0, args.integer('max_results', 50)).map(view) };
    },
  }),
  tool<Agenda>({
    slug: 'CALENDAR_GET_EVENT',
    name: 'Get event',
    description: 'Reads one appointment: its title, times, place, guests and whether the user accepted it.',
    input: object({ event_id: text('Id of the event.', { examples: ['evt_2'] }) }, ['event_id']),
    output: eventParts,
    tags: ['readOnlyHint', 'idempotentHint', 'events'],
    scopes: READ_SCOPES,
    run: (args, agenda) => view(agenda.events.get(args.text('event_id'))),
  }),
  tool<Agenda>({
    slug: 'CALENDAR_UPDATE_EVENT',
    name: 'Update event',
    description:
      'Changes an appointment: moves it to another time, renames it, sets its place or its guests. What is left out ' +
      'stays as it is; null as location takes the place away. Returns the event as it is afterwards.',
    input: object(
      {
        event_id: text('Id of the event to change.'),
        title: text('The new title.'),
        start: text('The new start; the end moves along unless it is given too.', { format: 'date-time' }),
        end: text('The new end.', { format: 'date-time' }),
        location: text('The new place.', { nullable: true }),
        attendees: list('All guests from now on.'),
      },
      ['event_id'],
    ),
    output: eventParts,
    tags: ['updateHint', 'idempotentHint', 'events'],
    scopes: WRITE_SCOPES,
    run: (args, agenda) => {
      const event = agenda.events.get(args.text('event_id'));
      Object.assign(event, newSpan(args, event));
      event.title = args.text('title', event.title);
      event.attendees = args.texts('attendees', event.attendees);
      if (args.mentions('location')) event.location = args.optionalText('location') ?? null;
      return view(event);
    },
  }),
  tool<Agenda>({
    slug: 'CALENDAR_DELETE_EVENT',
    name: 'Delete event',
    description:
      'Takes an appointment out of the calendar and tells its guests that it is cancelled. It cannot be brought back, ' +
      'so make sure it is the right one. Returns the id of the event that is gone.',
    input: object({ event_id: text('Id of the event to cancel.') }, ['event_id']),
    output: { event_id: text('Id of the deleted event.'), deleted: flag('Always true.') },
    tags: ['destructiveHint', 'events'],
    scopes: WRITE_SCOPES,
    run: (args, agenda) => ({ event_id: agenda.events.remove(args.text('event_id')).id, deleted: true }),
  }),
  tool<Agenda>({
    slug: 'CALENDAR_RESPOND_TO_INVITATION',
    name: 'Respond to invitation',
    description: 'Accepts, declines or tentatively accepts a meeting that the user was invited to.',
    input: object(
      {
        event_id: text('Id of the event.'),
        response: choice('The answer to give.', ['accepted', 'declined', 'tentative']),
      },
      ['event_id', 'response'],
    ),
    output: { event_id: text('Id of the event.'), response: text('The answer that was given.') },
    tags: ['updateHint', 'idempotentHint', 'openWorldHint', 'invitations'],
    scopes: WRITE_SCOPES,
    run: (args, agenda) => {
      const event = agenda.events.get(args.text('event_id'));
      event.response = args.text('response');
      return { event_id: event.id, response: event.response };
    },
  }),
];

function newSpan(args: Arguments, event: CalendarEvent): { start: string; end: string } {
  const start = args.text('start', event.start);
  const length = Date.parse(event.end) - Date.parse(event.start);
  const moved = new Date(readTime(start).getTime() + length).toISOString();
  return readSpan(start, args.text('end', moved));
}

function view(event: CalendarEvent): Record<string, unknown> {
  return { ...event };
}
