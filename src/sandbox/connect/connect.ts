import type { Exchange, Reply } from '../http/exchange.js';
import { seeOther } from '../http/reply.js';
import type { Route } from '../http/router.js';
import type { ConnectLink } from '../project/connect-links.js';
import type { World } from '../project/world.js';
import { findToolkit } from '../toolkits/catalogue.js';
import { CONNECT_HEADERS, connectPage } from './connect-page.js';

/** Answers a browser; there is no API key here, the token in the path is all it shows. */
type PageHandler = (exchange: Exchange, world: World) => Reply;

/** `GET /connect/{token}`: asks the user for the connection. */
const showConnect: PageHandler = (exchange, world) => {
  const link = world.links.find(exchange.params['token'] ?? '');
  const problem = problemOf(link, exchange.now);
  if (!link || problem) return problem ?? unknownLink();
  const { callbackUrl } = link;
  return connectPage({
    status: 200,
    title: `Connect ${toolkitName(link)}`,
    text: `Allow the tools to use the ${toolkitName(link)} account of the user "${link.account.userId}".`,
    button: `Connect ${toolkitName(link)}`,
    ...(callbackUrl !== undefined && { leadsTo: new URL(callbackUrl).origin }),
  });
};

/** `POST /connect/{token}`: makes the account ACTIVE, once, and goes back to where the user came from. */
const confirmConnect: PageHandler = (exchange, world) => {
  const link = world.links.find(exchange.params['token'] ?? '');
  const problem = problemOf(link, exchange.now);
  if (!link || problem) return problem ?? unknownLink();
  link.used = true;
  link.account.status = 'ACTIVE';
  link.account.updatedAt = exchange.now;
  if (link.callbackUrl === undefined) {
    return connectPage({
      status: 200,
      title: `${toolkitName(link)} is connected`,
      text: 'You can close this window and go back to your conversation.',
    });
  }
  const callback = new URL(link.callbackUrl);
  callback.searchParams.set('status', 'success');
  callback.searchParams.set('connected_account_id', link.account.id);
  return seeOther(callback.href, CONNECT_HEADERS);
};

/** The pages for browsers. */
export const CONNECT_ROUTES: readonly Route<PageHandler>[] = [
  { method: 'GET', path: '/connect/:token', handle: showConnect },
  { method: 'POST', path: '/connect/:token', handle: confirmConnect },
];

function problemOf(link: ConnectLink | undefined, now: Date): Reply | undefined {
  if (!link) return unknownLink();
  if (link.used) {
    return connectPage({
      status: 410,
      title: 'This link was used already',
      text: `Each link works once. ${toolkitName(link)} is connected; there is nothing left to do here.`,
    });
  }
  if (now > link.expiresAt) {
    return connectPage({
      status: 410,
      title: 'This link has expired',
      text: 'A link works for ten minutes. Please ask for a new one in your conversation.',
    });
  }
  return undefined;
}

function unknownLink(): Reply {
  return connectPage({
    status: 404,
    title: 'This link is not known',
    text: 'It may have been copied incompletely. Please ask for a new one in your conversation.',
  });
}

function toolkitName({ account }: ConnectLink): string {
  return findToolkit(account.toolkit)?.name ?? account.toolkit;
}
