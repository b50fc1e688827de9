import { writeFile } from 'node:fs/promises';
import { createApp } from './app.setup.js';
import { readSettings } from './config/settings.js';
import { createContract } from './contract.js';
import { startSandbox } from './sandbox/sandbox.js';

/** Writes what is committed under openapi/: the contract, and the tool document of the sandbox. */
const sandbox = await startSandbox();
const app = await createApp(readSettings({ LOG_LEVEL: 'fatal', COMPOSIO_BASE_URL: sandbox.url }));
await app.init();
await app.getHttpAdapter().getInstance().ready();
const headers = { authorization: `Bearer ${sandbox.apiKey}` };
const tools = await app.inject({ url: '/openapi.json', headers });
await writeJson('openapi/openapi.json', createContract(app));
await writeJson('openapi/tools.sandbox.json', tools.json());
await app.close();
await sandbox.close();

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}
