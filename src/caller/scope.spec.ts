import { narrow, type Scope, scopeKey, splitScope } from './scope.js';

const plain = ({ toolkits, servers = [], tools }: Scope) => ({
  toolkits: toolkits && [...toolkits],
  servers: servers.map((set) => [...set]),
  tools: tools && [...tools],
});

describe('splitScope', () => {
  it.each([
    ['/openapi.json', '/openapi.json', '', {}],
    ['/api/toolkits/github', '/api/toolkits/github', '', {}],
    [
      '/toolkits/github/openapi.json?mode=direct',
      '/openapi.json?mode=direct',
      '/toolkits/github',
      { toolkits: ['github'] },
    ],
    ['/toolkits/GitHub/api/tools', '/api/tools', '/toolkits/github', { toolkits: ['github'] }],
    ['//toolkits//github//api/tools', '//api/tools', '/toolkits/github', { toolkits: ['github'] }],
    [
      '/servers/My%20Server/openapi.json',
      '/openapi.json',
      '/servers/my%20server',
      { servers: [['my server']] },
    ],
    [
      '/servers/a/toolkits/b/api/tools',
      '/api/tools',
      '/servers/a/toolkits/b',
      { servers: [['a']], toolkits: ['b'] },
    ],
    ['/toolkits/a/toolkits/b/api/tools', '/api/tools', '/toolkits/a/toolkits/b', { toolkits: [] }],
    ['/toolkits/%zz/api/tools', '/toolkits/%zz/api/tools', '', {}],
    ['/toolkits/github', '/toolkits/github', '', {}],
    ['/toolkits/..%2f/api/tools', '/api/tools', '/toolkits/..%2F', { toolkits: ['../'] }],
    ['/api/tools?x=/toolkits/github/', '/api/tools?x=/toolkits/github/', '', {}],
  ])('a request to %s is served as %s within the scope of "%s"', (path, url, prefix, scope) => {
    const split = splitScope(path);
    expect(split.url).toBe(url);
    expect(split.prefix).toBe(prefix);
    expect(plain(split.scope)).toEqual({ toolkits: undefined, servers: [], tools: undefined, ...scope });
  });
});

describe('narrow', () => {
  it('only ever takes away', () => {
    const github = { toolkits: new Set(['github', 'mail']) };
    expect(narrow(github, {})).toMatchObject(github);
    expect(narrow(github, { toolkits: new Set(['mail', 'chat']) }).toolkits).toEqual(new Set(['mail']));
    expect(narrow(github, { toolkits: new Set(['chat']) }).toolkits).toEqual(new Set());
  });
});

describe('scopeKey', () => {
  it('is equal for equal scopes only', () => {
    expect(scopeKey({ toolkits: new Set(['a', 'b']) })).toBe(scopeKey({ toolkits: new Set(['b', 'a']) }));
    const different = [
      {},
      { toolkits: new Set<string>() },
      { servers: [new Set(['a'])] },
      { toolkits: new Set(['a']) },
      { toolkits: new Set(['a,b']) },
      { toolkits: new Set(['a', 'b']) },
    ];
    expect(new Set(different.map(scopeKey)).size).toBe(different.length);
  });
});
