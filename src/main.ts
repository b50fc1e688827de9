import { createApp, listen } from './app.setup.js';
import { processSettings } from './config/process-settings.js';
import { start } from './start.js';

await start(async () => {
  const settings = processSettings();
  await listen(await createApp(settings), settings);
});
