import { createApp } from './app.setup.js';
import { processSettings } from './config/process-settings.js';
import { SettingsError } from './config/settings.js';

try {
  const settings = processSettings();
  const app = await createApp(settings);
  await app.listen(settings.PORT, settings.HOST);
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
