import { toolkit } from '../../definition/toolkit.js';
import { PRODUCTIVITY, SCHEDULING } from '../categories.js';
import { seedAgenda } from './agenda.js';
import { calendarEvents } from './calendar-events.js';
import { calendarPlanning } from './calendar-planning.js';

/** A calendar: appointments, invitations and free time. */
export const calendar = toolkit({
  slug: 'calendar',
  name: 'Calendar',
  description: 'Appointments: plan, move, cancel and answer meetings, and find free time for them.',
  categories: [SCHEDULING, PRODUCTIVITY],
  access: 'connected',
  versions: ['20260518_00', '20260720_00', '20260901_01'],
  usageRank: 2,
  seed: seedAgenda,
  tools: [...calendarEvents, ...calendarPlanning],
});
