import type { Step } from './story.js';

export const utilitiesStory: readonly Step[] = [
  {
    says: 'the time is told for a place',
    tool: 'UTILITIES_GET_CURRENT_TIME',
    with: { time_zone: 'Asia/Tokyo' },
    gives: { utc: '2026-11-24T12:00:00Z', local: expect.stringContaining('21:00'), weekday: 'Tuesday' },
  },
  {
    says: 'a time is told for another place',
    tool: 'UTILITIES_CONVERT_TIME',
    with: { time: '2026-11-24T23:30:00Z', time_zone: 'Europe/Helsinki' },
    gives: { local: expect.stringContaining('01:30'), weekday: 'Wednesday' },
  },
  {
    says: 'a place that does not exist is refused',
    tool: 'UTILITIES_CONVERT_TIME',
    with: { time: '2026-11-24T23:30:00Z', time_zone: 'Moon/Base' },
    fails: '400 Client Error',
  },
  {
    says: 'days are counted',
    tool: 'UTILITIES_COUNT_DAYS_BETWEEN',
    with: { from: '2026-11-24', to: '2026-12-24' },
    gives: { days: 30 },
  },
  {
    says: 'a date that is none is named',
    tool: 'UTILITIES_COUNT_DAYS_BETWEEN',
    with: { from: 'tomorrow', to: '2026-12-24' },
    fails: 'Input should be a valid date on parameter `from`',
  },
  {
    says: 'units are converted',
    tool: 'UTILITIES_CONVERT_UNITS',
    with: { value: 26.2, from: 'mile', to: 'km' },
    gives: { value: 42.1648128, unit: 'km' },
  },
  {
    says: 'a length is no weight',
    tool: 'UTILITIES_CONVERT_UNITS',
    with: { value: 1, from: 'm', to: 'kg' },
    fails: '400 Client Error',
  },
  {
    says: 'words are counted',
    tool: 'UTILITIES_COUNT_WORDS',
    with: { text: 'Two words\nand 🎉' },
    gives: { words: 4, characters: 15, lines: 2 },
  },
  {
    says: 'a text is written as a title',
    tool: 'UTILITIES_CHANGE_CASE',
    with: { text: 'éclair au chocolat', case: 'title' },
    gives: { text: 'Éclair Au Chocolat' },
  },
  {
    says: 'a text is written as a slug',
    tool: 'UTILITIES_CHANGE_CASE',
    with: { text: '  Hello, World! ', case: 'slug' },
    gives: { text: 'hello-world' },
  },
  {
    says: 'a checksum is worked out',
    tool: 'UTILITIES_HASH_TEXT',
    with: { text: 'abc' },
    gives: { hash: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' },
  },
  {
    says: 'a number is kept',
    tool: 'UTILITIES_REMEMBER_NUMBER',
    with: { name: 'order', value: 42 },
    gives: { name: 'order', value: 42 },
  },
  {
    says: 'a kept number comes back',
    tool: 'UTILITIES_RECALL_NUMBER',
    with: { name: 'order' },
    gives: { value: 42 },
  },
  {
    says: 'a name nothing is kept under is refused',
    tool: 'UTILITIES_RECALL_NUMBER',
    with: { name: 'nothing' },
    fails: '404 Client Error',
  },
  {
    says: 'a slow tool answers later',
    tool: 'UTILITIES_WAIT',
    with: { milliseconds: 5 },
    gives: { waited: 5 },
  },
  {
    says: 'a failing tool fails as asked',
    tool: 'UTILITIES_FAIL',
    with: { status: 503, message: 'Down for the night.' },
    fails: '503 Server Error: Service Unavailable for url: https://api.utilities.example/v1/trials',
  },
];
