import { readFileSync } from 'node:fs';
import { routePattern } from './route-pattern.js';

const contract = JSON.parse(readFileSync('openapi/openapi.json', 'utf8')) as { paths: object };

describe('routePattern', () => {
  it.each(Object.keys(contract.paths))('knows the route %s of the contract', (path) => {
    const pattern = path.replace(/\{(\w+)\}/g, ':$1');
    const url = path.replace(/\{\w+\}/g, 'SOME_NAME');
    expect([routePattern(url), routePattern(`/servers/one/toolkits/two${url}?x=/y`)]).toEqual([
      pattern,
      pattern,
    ]);
  });

  it.each([
    ['/openapi.json?toolkits=github', '/openapi.json'],
    ['//openapi.json', '/openapi.json'],
    ['/health/', '/health'],
    ['/api//tools/X/execute/', '/api/tools/:tool/execute'],
    ['/toolkits//github///api/tools', '/api/tools'],
    ['/api/tools/%2F%00%0A/execute', '/api/tools/:tool/execute'],
    ['/api/tools/search', '/api/tools/search'],
    ['/docs/swagger-ui.css', '/docs'],
  ])('%s is of %s', (url, pattern) => {
    expect(routePattern(url)).toBe(pattern);
  });

  it.each([
    ['/'],
    [''],
    ['*'],
    ['?'],
    ['/nowhere'],
    ['/API/TOOLS'],
    ['/api/tools/X/Y'],
    ['/api/tools/X/Y/execute'],
    ['/api/servers/X/execute'],
    ['/toolkits/github'],
    ['/toolkits/api/tools'],
    ['/api/tools//execute/x'],
    ['/docs/a/b'],
    ['http://elsewhere/openapi.json'],
    ['/__proto__'],
    ['/constructor'],
    [`/${'/servers/x'.repeat(1_000)}/`],
  ])('%.40s is of no route', (url) => {
    expect(routePattern(url)).toBe('other');
  });
});
