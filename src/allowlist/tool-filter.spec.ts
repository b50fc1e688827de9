import { allowlistOf } from './allowlist.js';
import { admits, type ToolFilter } from './tool-filter.js';

const send = { slug: 'MAIL_SEND', toolkit: 'mail', readOnly: false };
const read = { slug: 'MAIL_READ', toolkit: 'mail', readOnly: true };
const post = { slug: 'CHAT_POST', toolkit: 'chat', readOnly: false };
const tools = [send, read, post];

const mailServer = { toolkits: new Set(['mail']), tools: undefined };
const readServer = { toolkits: new Set(['mail', 'chat']), tools: new Set(['MAIL_READ']) };

describe('admits', () => {
  it.each([
    ['nothing', {}, [send, read, post]],
    ['toolkits', { toolkits: new Set(['mail']) }, [send, read]],
    ['no toolkit at all', { toolkits: new Set<string>() }, []],
    ['tools', { tools: new Set(['MAIL_SEND', 'CHAT_POST']) }, [send, post]],
    [
      'toolkits and tools: both',
      { toolkits: new Set(['mail']), tools: new Set(['MAIL_SEND', 'CHAT_POST']) },
      [send],
    ],
    ['a server with a whole toolkit', { servers: [[mailServer]] }, [send, read]],
    ['a server with some tools', { servers: [[readServer]] }, [read]],
    ['either of two servers', { servers: [[readServer, mailServer]] }, [send, read]],
    ['both of two groups', { servers: [[readServer], [mailServer]] }, [read]],
    ['a group without servers', { servers: [[]] }, []],
    ['excluded tools', { excludedTools: new Set(['MAIL_SEND']) }, [read, post]],
    ['read-only', { readOnly: true }, [read]],
  ] satisfies [string, ToolFilter, unknown][])(
    'a filter for %s admits exactly the tools it names',
    (_, filter, passing) => {
      expect(tools.filter((tool) => admits(filter, tool))).toEqual(passing);
    },
  );
});

describe('allowlistOf', () => {
  const none = {
    ALLOWED_SERVERS: [],
    ALLOWED_TOOLKITS: [],
    ALLOWED_TOOLS: [],
    EXCLUDED_TOOLS: [],
    READ_ONLY: false,
  };

  it('lifts the filter of an empty list', () => {
    expect(tools.every((tool) => admits({ ...allowlistOf(none), servers: [] }, tool))).toBe(true);
  });

  it('matches names in any case', () => {
    const allowlist = allowlistOf({ ...none, ALLOWED_TOOLKITS: ['Mail'], EXCLUDED_TOOLS: ['mail_send'] });
    expect(tools.filter((tool) => admits({ ...allowlist, servers: [] }, tool))).toEqual([read]);
  });
});
