import type { Step } from './story.js';

export const filesStory: readonly Step[] = [
  {
    says: 'the drive is in order from the start',
    tool: 'FILES_LIST_FOLDER',
    with: {},
    gives: { files: [{ name: 'Welcome.txt' }], folders: ['/Projects', '/Trips'] },
  },
  {
    says: 'a file is found by what it says',
    tool: 'FILES_SEARCH_FILES',
    with: { query: 'passport', folder: '/Trips' },
    gives: { files: [{ id: 'file_4', path: '/Trips/Packing list.txt' }] },
  },
  {
    says: 'a file can be read',
    tool: 'FILES_READ_FILE',
    with: { file_id: 'file_2' },
    gives: { name: 'Roadmap.txt', content: expect.stringContaining('dark mode') },
  },
  {
    says: 'a folder is made',
    tool: 'FILES_CREATE_FOLDER',
    with: { path: '/Projects/2027' },
    gives: { path: '/Projects/2027' },
  },
  {
    says: 'a text is written into it',
    tool: 'FILES_CREATE_TEXT_FILE',
    with: { path: '/Projects/2027/Plan.txt', content: 'Läuft.' },
    gives: { id: 'file_5', name: 'Plan.txt', size: 7, mime_type: 'text/plain' },
  },
  {
    says: 'a path that is taken is refused',
    tool: 'FILES_CREATE_TEXT_FILE',
    with: { path: '/Projects/2027/Plan.txt', content: 'Again.' },
    fails: '409 Client Error: Conflict',
  },
  {
    says: 'a folder that does not exist is refused',
    tool: 'FILES_CREATE_TEXT_FILE',
    with: { path: '/Nowhere/Plan.txt', content: 'Lost.' },
    fails: '404 Client Error',
  },
  {
    says: 'an uploaded file is put into the drive by its key',
    tool: 'FILES_UPLOAD_FILE',
    with: { file: { name: 'photo.png', mimetype: 'image/png', s3key: 'uploads/2' }, folder: '/Trips' },
    gives: { id: 'file_6', path: '/Trips/photo.png', mime_type: 'image/png' },
  },
  {
    says: 'a file is moved and renamed',
    tool: 'FILES_MOVE_FILE',
    with: { file_id: 'file_5', new_path: '/Trips/Plan B.txt' },
    gives: { path: '/Trips/Plan B.txt', name: 'Plan B.txt' },
  },
  {
    says: 'a folder shows what was moved into it',
    tool: 'FILES_LIST_FOLDER',
    with: { path: '/Trips' },
    gives: {
      files: [{ name: 'Packing list.txt' }, { name: 'Plan B.txt' }, { name: 'photo.png' }],
      folders: [],
    },
  },
  {
    says: 'a file is shared',
    tool: 'FILES_SHARE_FILE',
    with: { file_id: 'file_5', email: 'ada@example.com', role: 'editor' },
    gives: { shared_with: [{ email: 'ada@example.com', role: 'editor' }] },
  },
  {
    says: 'a file is not shared with what is no address',
    tool: 'FILES_SHARE_FILE',
    with: { file_id: 'file_5', email: 'ada' },
    fails: '400 Client Error',
  },
  {
    says: 'properties with dots in their names are kept',
    tool: 'FILES_UPDATE_METADATA',
    with: { file_id: 'file_5', starred: true, 'thumbnail.mimeType': 'image/png' },
    gives: { metadata: { starred: true, 'thumbnail.mimeType': 'image/png' } },
  },
  {
    says: 'a file can be downloaded',
    tool: 'FILES_EXPORT_FILE',
    with: { file_id: 'file_5' },
    gives: {
      file: { name: 'Plan B.txt', mimetype: 'text/plain', s3url: 'data:text/plain;base64,TMOkdWZ0Lg==' },
    },
  },
  {
    says: 'a file is deleted',
    tool: 'FILES_DELETE_FILE',
    with: { file_id: 'file_5' },
    gives: { deleted: true },
  },
  {
    says: 'a deleted file is gone',
    tool: 'FILES_READ_FILE',
    with: { file_id: 'file_5' },
    fails: '404 Client Error',
  },
];
