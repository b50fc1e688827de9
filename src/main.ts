import cluster from 'node:cluster';
import { shareFingerprints } from './caller/credential.js';
import { processSettings } from './config/process-settings.js';
import { start } from './start.js';
import { runPrimary, secretOfPrimary } from './workers/primary.js';

await start(async () => {
  const settings = processSettings();
  if (settings.WORKERS > 1) {
    if (cluster.isPrimary) return runPrimary(settings.WORKERS);
    shareFingerprints(await secretOfPrimary());
  }
  // Only here: the primary needs none of it, and would take twice the memory.
  const { createApp, listen } = await import('./app.setup.js');
  await listen(await createApp(settings), settings);
});
