import { integer, list, object, text } from '../../definition/schema.js';
import { tool } from '../../definition/tool.js';
import { hasWords } from '../../definition/words.js';
import { nameOf, store, type Drive, type DriveFile } from './drive.js';

const fileParts = {
  id: text('Id of the file.'),
  name: text('Name of the file.'),
  path: text('Where it lies.', { format: 'path' }),
  mime_type: text('Its media type.'),
  size: integer('Its size in bytes.'),
  modified_at: text('When it was last changed.', { format: 'date-time' }),
};

const READ_SCOPES = ['files.content.read'];
const WRITE_SCOPES = ['files.content.write'];

/** The file tools that find, read and write contents. */
export const fileContents = [
  tool<Drive>({
    slug: 'FILES_SEARCH_FILES',
    name: 'Search files',
    description:
      'Finds files by words in their name or text, in the whole drive or below one folder. Use it when the user asks ' +
      'for a document without saying where it is. Returns the files with their ids and paths.',
    input: object(
      {
        query: text('Words that the name or the text have to contain.'),
        folder: text('Look only below this folder.', { format: 'path', default: '/' }),
        limit: integer('How many files to return at most.', { default: 20, minimum: 1, maximum: 100 }),
      },
      ['query'],
    ),
    output: { files: list('The files.', object(fileParts)) },
    tags: ['important', 'readOnlyHint', 'idempotentHint', 'search'],
    scopes: READ_SCOPES,
    run: (args, drive) => {
      const query = args.text('query');
      const folder = args.text('folder', '/');
      const below = folder === '/' ? '/' : `${folder}/`;
      const found = drive.files
        .all()
        .filter((file) => file.path.startsWith(below) && hasWords(query, nameOf(file.path), file.content));
      return { files: found.slice(0, args.integer('limit', 20)).map(fileView) };
    },
  }),
  tool<Drive>({
    slug: 'FILES_READ_FILE',
    name: 'Read file',
    description:
      'Reads the text of a file. Use it after a search, to answer questions about a document or to sum it up.',
    input: object({ file_id: text('Id of the file.', { examples: ['file_2'] }) }, ['file_id']),
    output: { ...fileParts, content: text('The text of the file.') },
    tags: ['important', 'readOnlyHint', 'idempotentHint', 'contents'],
    scopes: READ_SCOPES,
    run: (args, drive) => {
      const file = drive.files.get(args.text('file_id'));
      return { ...fileView(file), content: file.content };
    },
  }),
  tool<Drive>({
    slug: 'FILES_CREATE_TEXT_FILE',
    name: 'Create text file',
    description:
      'Writes a new text file into the drive, for instance a summary or a list. The folder has to be there already. ' +
      'Returns the file with its id.',
    input: object(
      {
        path: text('Folder and name of the new file.', {
          format: 'path',
          examples: ['/Projects/Summary.txt'],
        }),
        content: text('The text to write.'),
        mime_type: text('The media type.', { default: 'text/plain' }),
      },
      ['path', 'content'],
    ),
    output: fileParts,
    tags: ['important', 'createHint', 'contents'],
    scopes: WRITE_SCOPES,
    run: (args, drive, { now }) => {
      const mimeType = args.text('mime_type', 'text/plain');
      return fileView(store(drive, args.text('path'), mimeType, args.text('content'), now));
    },
  }),
  tool<Drive>({
    slug: 'FILES_UPLOAD_FILE',
    name: 'Upload file',
    description:
      'Puts a file that was uploaded to Composio before into the drive. It needs the key that the upload gave; to ' +
      'write text directly, use FILES_CREATE_TEXT_FILE.',
    input: object(
      {
        file: {
          type: 'object',
          file_uploadable: true,
          description: 'The uploaded file.',
          properties: {
            name: text('Name of the file.'),
            mimetype: text('Its media type.'),
            s3key: text('The key that the upload gave.'),
          },
          required: ['name', 'mimetype', 's3key'],
        },
        folder: text('The folder to put it into.', { format: 'path', default: '/' }),
      },
      ['file'],
    ),
    output: fileParts,
    tags: ['createHint', 'contents'],
    scopes: WRITE_SCOPES,
    run: (args, drive, { now }) => {
      const file = args.group('file');
      const folder = args.text('folder', '/');
      const path = `${folder === '/' ? '' : folder}/${file.text('name')}`;
      return fileView(store(drive, path, file.text('mimetype'), `(uploaded as ${file.text('s3key')})`, now));
    },
  }),
  tool<Drive>({
    slug: 'FILES_EXPORT_FILE',
    name: 'Export file',
    description:
      'Gives a file of the drive as a download. Use it when the user wants the file itself, not its text.',
    input: object({ file_id: text('Id of the file.') }, ['file_id']),
    output: {
      file: {
        type: 'object',
        file_downloadable: true,
        description: 'The file to download.',
        properties: { name: text('Name.'), mimetype: text('Media type.'), s3url: text('Where to fetch it.') },
      },
    },
    tags: ['readOnlyHint', 'idempotentHint', 'mcpIgnore'],
    scopes: READ_SCOPES,
    run: (args, drive) => {
      const file = drive.files.get(args.text('file_id'));
      // The real service gives a presigned address on a storage host; the sandbox has none, so the address is the data.
      const s3url = `data:${file.mime_type};base64,${Buffer.from(file.content).toString('base64')}`;
      return { file: { name: nameOf(file.path), mimetype: file.mime_type, s3url } };
    },
  }),
];

/** A file as the tools of the drive describe it. */
export function fileView(file: DriveFile): Record<string, unknown> {
  const { content, ...rest } = file;
  return { ...rest, name: nameOf(file.path), size: Buffer.byteLength(content) };
}
