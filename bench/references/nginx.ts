import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, launchForeign, type MeasuredServer } from '../harness/launch.js';

/** nginx as reverse proxy for tool calls, in one process; undefined where it is not installed. */
export async function launchNginx(
  core: string | undefined,
  upstreamPort: number,
): Promise<MeasuredServer | undefined> {
  const program = ['nginx', '/usr/sbin/nginx'].find((name) => spawnSync(name, ['-v']).status === 0);
  if (!program) return undefined;
  const port = await freePort();
  const directory = mkdtempSync(join(tmpdir(), 'bench-nginx-'));
  const file = join(directory, 'nginx.conf');
  writeFileSync(file, configuration(directory, port, upstreamPort));
  const command = [program, '-p', directory, '-e', join(directory, 'error.log'), '-c', file];
  const server = launchForeign('nginx', port, command, { core });
  await server.untilReady('/ready');
  return server;
}

function configuration(directory: string, port: number, upstreamPort: number): string {
  return `
daemon off;
master_process off;
pid ${directory}/nginx.pid;
events { worker_connections 2048; }
http {
  access_log off;
  client_body_temp_path ${directory}/body;
  proxy_temp_path ${directory}/proxy;
  fastcgi_temp_path ${directory}/fastcgi;
  uwsgi_temp_path ${directory}/uwsgi;
  scgi_temp_path ${directory}/scgi;
  keepalive_requests 100000000;
  keepalive_timeout 75s;
  upstream composio {
    server 127.0.0.1:${upstreamPort};
    keepalive 100;
    keepalive_requests 100000000;
  }
  server {
    listen 127.0.0.1:${port};
    location = /ready { return 200; }
    location ~ ^/api/tools/(?<tool>[A-Z0-9_]+)/execute$ {
      proxy_pass http://composio/api/v3.1/tools/execute/$tool;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header x-api-key $http_authorization;
    }
  }
}
`;
}
