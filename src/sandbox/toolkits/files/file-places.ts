import { ProviderFailure } from '../../definition/provider-failure.js';
import { choice, flag, list, object, text } from '../../definition/schema.js';
import { tool } from '../../definition/tool.js';
import { assertFolder, assertFree, folderOf, nameOf, type Drive } from './drive.js';
import { fileView } from './file-contents.js';

const WRITE_SCOPES = ['files.metadata.write'];

/** The file tools that look after places, sharing and properties. */
export const filePlaces = [
  tool<Drive>({
    slug: 'FILES_LIST_FOLDER',
    name: 'List folder',
    description: 'Lists what is in a folder of the drive: its files and the folders below it.',
    // `required: null` comes from generators that write out every member they have no value for.
    input: {
      ...object({ path: text('The folder.', { format: 'path', default: '/', examples: ['/Projects'] }) }),
      required: null,
    },
    output: { files: list('The files.', { type: 'object' }), folders: list('Paths of the folders.') },
    tags: ['readOnlyHint', 'idempotentHint', 'folders'],
    scopes: ['files.metadata.read'],
    run: (args, drive) => {
      const path = args.text('path', '/');
      assertFolder(drive, path);
      return {
        files: drive.files
          .all()
          .filter((file) => folderOf(file.path) === path)
          .map(fileView),
        folders: [...drive.folders].filter((folder) => folder !== '/' && folderOf(folder) === path),
      };
    },
  }),
  tool<Drive>({
    slug: 'FILES_CREATE_FOLDER',
    name: 'Create folder',
    description: 'Makes a new folder in the drive. The folder above it has to be there already.',
    input: object({ path: text('Path of the new folder.', { format: 'path', pattern: '^/' }) }, ['path']),
    output: { path: text('Path of the folder.') },
    tags: ['createHint', 'folders'],
    scopes: WRITE_SCOPES,
    run: (args, drive) => {
      const path = args.text('path');
      assertFree(drive, path);
      drive.folders.add(path);
      return { path };
    },
  }),
  tool<Drive>({
    slug: 'FILES_MOVE_FILE',
    name: 'Move or rename file',
    description:
      'Moves a file to another folder, gives it another name, or both. Returns the file at its new place.',
    input: object(
      { file_id: text('Id of the file.'), new_path: text('Its new folder and name.', { format: 'path' }) },
      ['file_id', 'new_path'],
    ),
    output: { id: text('Id of the file.'), path: text('Its new path.') },
    tags: ['updateHint', 'idempotentHint', 'folders'],
    scopes: WRITE_SCOPES,
    run: (args, drive) => {
      const file = drive.files.get(args.text('file_id'));
      const path = args.text('new_path');
      assertFree(drive, path);
      file.path = path;
      return fileView(file);
    },
  }),
  tool<Drive>({
    slug: 'FILES_DELETE_FILE',
    name: 'Delete file',
    description:
      'Deletes a file from the drive for good. Make sure the user wants that. Returns the id of the file.',
    input: object({ file_id: text('Id of the file.') }, ['file_id']),
    output: { file_id: text('Id of the deleted file.'), deleted: flag('Always true.') },
    tags: ['destructiveHint'],
    scopes: WRITE_SCOPES,
    run: (args, drive) => ({ file_id: drive.files.remove(args.text('file_id')).id, deleted: true }),
  }),
  tool<Drive>({
    slug: 'FILES_SHARE_FILE',
    name: 'Share file',
    description:
      'Lets another person see or edit a file. Use it when the user wants to give somebody access to a document. ' +
      'Returns everybody who has access afterwards.',
    input: object(
      {
        file_id: text('Id of the file.'),
        email: text('Email address of the person.', { format: 'email' }),
        role: choice('What the person may do.', ['reader', 'commenter', 'editor'], { default: 'reader' }),
      },
      ['file_id', 'email'],
    ),
    output: {
      shared_with: list('Who has access.', object({ email: text('Address.'), role: text('Role.') })),
    },
    tags: ['updateHint', 'openWorldHint', 'sharing'],
    scopes: ['files.sharing'],
    run: (args, drive) => {
      const file = drive.files.get(args.text('file_id'));
      const email = args.text('email');
      if (!email.includes('@'))
        throw new ProviderFailure(400, `Invalid address: ${email}`, `files/${file.id}/share`);
      file.shared_with.push({ email, role: args.text('role', 'reader') });
      return { shared_with: file.shared_with };
    },
  }),
  tool<Drive>({
    slug: 'FILES_UPDATE_METADATA',
    name: 'Update file metadata',
    description:
      'Changes what the drive notes about a file beside its contents: description, star and preview picture.',
    input: object(
      {
        file_id: text('Id of the file.'),
        description: text('What the file is for.'),
        starred: flag('Whether it is among the favourites.'),
        // Dotted names: the flattened form of a nested provider schema.
        'thumbnail.mimeType': text('Media type of the preview picture.'),
        'thumbnail.altText': text('What the preview picture shows.'),
      },
      ['file_id'],
    ),
    output: {
      name: text('Name of the file.'),
      metadata: { type: 'object', description: 'All that is noted now.' },
    },
    tags: ['updateHint', 'idempotentHint'],
    scopes: WRITE_SCOPES,
    run: (args, drive) => {
      const file = drive.files.get(args.text('file_id'));
      const names = ['description', 'starred', 'thumbnail.mimeType', 'thumbnail.altText'].filter((name) =>
        args.has(name),
      );
      file.metadata = {
        ...file.metadata,
        ...Object.fromEntries(names.map((name) => [name, args.value(name)])),
      };
      return { name: nameOf(file.path), metadata: file.metadata };
    },
  }),
];
