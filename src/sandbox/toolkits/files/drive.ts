import { daysFrom, isoTime } from '../../definition/moment.js';
import { ProviderFailure } from '../../definition/provider-failure.js';
import { Records } from '../../definition/records.js';

export interface DriveFile {
  readonly id: string;
  path: string;
  readonly mime_type: string;
  readonly content: string;
  readonly modified_at: string;
  readonly shared_with: { readonly email: string; readonly role: string }[];
  metadata: Readonly<Record<string, unknown>>;
}

export interface Drive {
  readonly files: Records<DriveFile>;
  /** Paths of the folders, each starting with a slash; the root is `/`. */
  readonly folders: Set<string>;
}

/** A drive with three folders and some files. */
export function seedDrive(now: Date): Drive {
  const drive: Drive = {
    files: new Records('file', 'file_'),
    folders: new Set(['/', '/Projects', '/Trips']),
  };
  const put = (days: number, path: string, content: string) =>
    store(drive, path, 'text/plain', content, new Date(daysFrom(now, days, '11:00')));
  put(-20, '/Welcome.txt', 'This drive holds the files of the sandbox.');
  put(-8, '/Projects/Roadmap.txt', 'Autumn: dark mode. Winter: a faster checkout.');
  put(-4, '/Projects/Meeting notes.txt', 'Grace reviews the login page. Ada checks the prices.');
  put(-2, '/Trips/Packing list.txt', 'Passport, charger, a book for the flight to Lisbon.');
  return drive;
}

/**
 * Puts a new file into the drive.
 *
 * @throws ProviderFailure 404 when its folder is missing, 409 when the path is taken.
 */
export function store(drive: Drive, path: string, mimeType: string, content: string, now: Date): DriveFile {
  assertFree(drive, path);
  return drive.files.add((id) => ({
    id,
    path,
    content,
    mime_type: mimeType,
    modified_at: isoTime(now),
    shared_with: [],
    metadata: {},
  }));
}

/** @throws ProviderFailure when a file cannot get this path: its folder is missing, or the path is taken. */
export function assertFree(drive: Drive, path: string): void {
  assertFolder(drive, folderOf(path));
  const taken = drive.folders.has(path) || drive.files.all().some((file) => file.path === path);
  if (taken) throw new ProviderFailure(409, `${path} exists already.`, 'files');
}

/** @throws ProviderFailure 404 when there is no such folder. */
export function assertFolder(drive: Drive, path: string): void {
  if (!drive.folders.has(path)) throw new ProviderFailure(404, `No folder at ${path}.`, 'folders');
}

/** The folder that a path lies in. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}

/** Name of the file or folder at a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
