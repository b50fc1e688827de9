import { existsSync } from 'node:fs';
import { readSettings, type Settings } from './settings.js';

/**
 * The settings of this process: its environment, then what a `.env` file in the working directory says.
 * @param overrides win over both
 * @throws {SettingsError} naming every wrong variable at once
 */
export function processSettings(overrides: Readonly<Record<string, string>> = {}): Settings {
  if (existsSync('.env')) process.loadEnvFile();
  return readSettings({ ...process.env, ...overrides });
}
