import { type VariantName, variants } from './variants.js';
import { fromDist } from './from-dist.js';

/*
 * The server as in `src/main.ts`, with one piece of it exchanged: BENCH_VARIANT names which. What that costs is what the piece
 * is worth.
 */

const { createApp } = await fromDist<typeof import('../../src/app.setup.js')>('app.setup.js');
const { readSettings } = await fromDist<typeof import('../../src/config/settings.js')>('config/settings.js');

await variants[process.env.BENCH_VARIANT as VariantName].exchange();
const settings = readSettings(process.env);
const app = await createApp(settings);
await app.listen(settings.PORT, settings.HOST);
