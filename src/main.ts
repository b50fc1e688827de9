import cluster from 'node:cluster';
import { ConsoleLogger } from '@nestjs/common';
import { createApp, listen } from './app.setup.js';
import { shareFingerprints } from './caller/credential.js';
import { processSettings } from './config/process-settings.js';
import { start } from './start.js';
import { runPrimary, secretOfPrimary } from './workers/primary.js';

await start(async () => {
  const settings = processSettings();
  if (settings.WORKERS > 1) {
    const logger = new ConsoleLogger('Workers', { json: true });
    if (cluster.isPrimary) return runPrimary(settings.WORKERS, (message) => logger.warn(message));
    shareFingerprints(await secretOfPrimary());
  }
  await listen(await createApp(settings), settings);
});
