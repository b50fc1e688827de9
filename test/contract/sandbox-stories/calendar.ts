import type { Step } from './story.js';

export const calendarStory: readonly Step[] = [
  {
    says: 'coming events are there from the start, earliest first',
    tool: 'CALENDAR_LIST_EVENTS',
    with: {},
    gives: { events: [{ title: 'Team meeting' }, { title: 'Lunch with Ada' }, { title: 'Product demo' }] },
  },
  {
    says: 'a free time is found around the events of the day',
    tool: 'CALENDAR_FIND_FREE_TIME',
    with: { from: '2026-11-25T08:00:00Z', to: '2026-11-25T12:30:00Z', duration_minutes: 90 },
    gives: {
      slots: [
        { start: '2026-11-25T10:00:00Z', end: '2026-11-25T11:30:00Z' },
        { start: '2026-11-25T10:30:00Z', end: '2026-11-25T12:00:00Z' },
      ],
    },
  },
  {
    says: 'an event is created, with a guest',
    tool: 'CALENDAR_CREATE_EVENT',
    with: {
      title: 'Interview',
      when: { kind: 'timed', start: '2026-11-25T10:00:00Z', end: '2026-11-25T11:00:00Z' },
      attendees: ['linus@example.com'],
      location: 'Room 1',
    },
    gives: { id: 'evt_5', start: '2026-11-25T10:00:00Z', attendees: ['linus@example.com'], all_day: false },
  },
  {
    says: 'the time is taken afterwards',
    tool: 'CALENDAR_FIND_FREE_TIME',
    with: { from: '2026-11-25T08:00:00Z', to: '2026-11-25T12:00:00Z' },
    gives: { slots: [{ start: '2026-11-25T11:00:00Z' }, { start: '2026-11-25T11:30:00Z' }] },
  },
  {
    says: 'a whole-day event is created',
    tool: 'CALENDAR_CREATE_EVENT',
    with: { title: 'Holiday', when: { kind: 'all_day', date: '2026-12-01' } },
    gives: { id: 'evt_6', all_day: true, start: '2026-12-01T00:00:00Z' },
  },
  {
    says: 'an event that ends before it starts is refused',
    tool: 'CALENDAR_CREATE_EVENT',
    with: {
      title: 'Odd',
      when: { kind: 'timed', start: '2026-11-25T10:00:00Z', end: '2026-11-25T09:00:00Z' },
    },
    fails: '400 Client Error',
  },
  {
    says: 'an event is moved as a whole, and loses its place',
    tool: 'CALENDAR_UPDATE_EVENT',
    with: { event_id: 'evt_5', start: '2026-11-26T10:00:00Z', location: null },
    gives: { start: '2026-11-26T10:00:00Z', end: '2026-11-26T11:00:00Z', location: null, title: 'Interview' },
  },
  {
    says: 'one event can be read',
    tool: 'CALENDAR_GET_EVENT',
    with: { event_id: 'evt_5' },
    gives: { title: 'Interview', start: '2026-11-26T10:00:00Z' },
  },
  {
    says: 'events are found by a word',
    tool: 'CALENDAR_LIST_EVENTS',
    with: { query: 'linus', from: '2026-11-20T00:00:00Z', to: '2026-11-27T00:00:00Z' },
    gives: { events: [{ id: 'evt_5' }] },
  },
  {
    says: 'an invitation is answered',
    tool: 'CALENDAR_RESPOND_TO_INVITATION',
    with: { event_id: 'evt_2', response: 'accepted' },
    gives: { event_id: 'evt_2', response: 'accepted' },
  },
  {
    says: 'people in Lisbon and Tokyo share no working hour',
    tool: 'CALENDAR_FIND_COMMON_FREE_TIME_FOR_SEVERAL_ATTENDEES_ACROSS_TIME_ZONES',
    with: {
      from: '2026-11-30T00:00:00Z',
      to: '2026-12-01T00:00:00Z',
      attendees: [
        { email: 'a@example.com', time_zone: 'Europe/Lisbon' },
        { email: 'b@example.com', time_zone: 'Asia/Tokyo' },
      ],
    },
    gives: { slots: [] },
  },
  {
    says: 'people in Lisbon and Helsinki can talk in the morning of Lisbon',
    tool: 'CALENDAR_FIND_COMMON_FREE_TIME_FOR_SEVERAL_ATTENDEES_ACROSS_TIME_ZONES',
    with: {
      from: '2026-11-30T00:00:00Z',
      to: '2026-11-30T10:00:00Z',
      attendees: [
        { email: 'a@example.com', time_zone: 'Europe/Lisbon' },
        { email: 'b@example.com', time_zone: 'Europe/Helsinki' },
      ],
    },
    gives: { slots: [{ start: '2026-11-30T09:00:00Z' }, { start: '2026-11-30T09:30:00Z' }] },
  },
  {
    says: 'a time zone that does not exist is refused',
    tool: 'CALENDAR_FIND_FREE_TIME',
    with: { from: '2026-11-25T08:00:00Z', to: '2026-11-25T12:00:00Z', time_zone: 'Moon/Base' },
    fails: '400 Client Error',
  },
  {
    says: 'the calendars are listed',
    tool: 'CALENDAR_LIST_CALENDARS',
    with: {},
    gives: { calendars: [{ id: 'primary' }, { id: 'team' }] },
  },
  {
    says: 'an event is cancelled',
    tool: 'CALENDAR_DELETE_EVENT',
    with: { event_id: 'evt_5' },
    gives: { event_id: 'evt_5', deleted: true },
  },
  {
    says: 'a cancelled event is gone',
    tool: 'CALENDAR_GET_EVENT',
    with: { event_id: 'evt_5' },
    fails: '404 Client Error: Not Found for url: https://api.calendar.example/v1/events/evt_5',
  },
];
