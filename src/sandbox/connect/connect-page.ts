import { createHash } from 'node:crypto';
import { page } from '../http/reply.js';
import type { Reply } from '../http/exchange.js';

/** What the page says, all of it plain text: it is escaped here and nowhere else. */
export interface ConnectPage {
  readonly status: number;
  readonly title: string;
  readonly text: string;
  /** The label of the button that sends the form; without it there is none. */
  readonly button?: string;
  /** An origin, beside the page's own, that sending the form may lead on to. */
  readonly leadsTo?: string;
}

const STYLE = `
:root { color-scheme: light dark; --ground: #f3f4f8; --card: #fff; --ink: #1b1f2a; --quiet: #545b6e; --accent: #4338ca; --on-accent: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #12141b; --card: #1d2029; --ink: #eef0f6; --quiet: #a9b0c3; --accent: #a5b4fc; --on-accent: #12141b; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--ground); color: var(--ink); font: 1.0625rem/1.55 system-ui, sans-serif; }
main { width: 100%; max-width: 27rem; padding: 2.25rem 2rem; background: var(--card); border-radius: 1rem; box-shadow: 0 1rem 3rem rgb(0 0 0 / 12%); overflow-wrap: anywhere; }
h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 1.25; }
p { margin: 0; color: var(--quiet); }
button { width: 100%; min-height: 3rem; margin-top: 1.75rem; border: 0; border-radius: .625rem; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; cursor: pointer; }
button:hover { filter: brightness(1.08); }
button:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; }
small { display: block; margin-top: 1.5rem; color: var(--quiet); }
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** Headers for everything below `/connect`: nothing is stored, framed or told to other sites. */
export const CONNECT_HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** The page, with a policy that lets it load nothing but its own style. */
export function connectPage(content: ConnectPage): Reply {
  const title = escape(content.title);
  const form = content.button
    ? `<form method="post"><button type="submit">${escape(content.button)}</button></form>`
    : '';
  const markup = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${escape(content.text)}</p>
${form}
<small>This is a sandbox: no real account is involved, and no password is asked for.</small>
</main>
</body>
</html>
`;
  // Browsers apply form-action to the redirect after the form as well, so the callback has to be named.
  const formAction = content.leadsTo === undefined ? "'self'" : `'self' ${content.leadsTo}`;
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    `form-action ${formAction}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return page(content.status, markup, { ...CONNECT_HEADERS, 'content-security-policy': policy.join('; ') });
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
