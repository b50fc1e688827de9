import { existsSync } from 'node:fs';
import { createApp } from './app.setup.js';
import { readSettings, SettingsError } from './config/settings.js';

try {
  if (existsSync('.env')) process.loadEnvFile();
  const settings = readSettings(process.env);
  const app = await createApp(settings);
  await app.listen(settings.PORT, settings.HOST);
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
