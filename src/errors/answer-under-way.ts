import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** The answer that is under way on a connection: Node hangs it on its socket as long. */
export function answerUnderWay(socket: Socket): ServerResponse | undefined {
  return (socket as { readonly _httpMessage?: ServerResponse | null })._httpMessage ?? undefined;
}
