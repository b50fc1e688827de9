import { createApp, listen } from './app.setup.js';
import { processSettings } from './config/process-settings.js';
import { startSandbox } from './sandbox/sandbox.js';
import { start } from './start.js';

await start(async () => {
  const sandbox = await startSandbox();
  const settings = processSettings({
    COMPOSIO_BASE_URL: sandbox.url,
    // The sandbox has keys of its own: whatever else is set up here stays out of it.
    COMPOSIO_API_KEY: '',
    SERVER_API_KEYS: '',
    ALLOW_ANONYMOUS: '',
    LOG_LEVEL: 'warn',
  });
  const app = await createApp(settings);
  await listen(app, settings);
  const { port } = app.getHttpServer().address() as { port: number };
  process.stdout.write(welcome(port, sandbox.apiKey));
});

function welcome(port: number, key: string): string {
  return `
The tool server is running on its embedded sandbox: no account, no network.

    URL   http://localhost:${port}
    Key   ${key}

In Open WebUI, as an administrator:
    Admin Panel > Settings > External Tools > + (Add Connection)
    Type OpenAPI, the URL above (http://host.docker.internal:${port} where Open WebUI runs in Docker),
    Auth Bearer with the key above, Visibility Public, Save.
Then open a chat, switch the tools on under the + of the message box, and ask:
    "What is in my calendar this week?" or "Send Ben a mail that I am late."

Explore it:  http://localhost:${port}/docs
Or try it:   curl -H "Authorization: Bearer ${key}" http://localhost:${port}/openapi.json

Ctrl+C stops it.
`;
}
