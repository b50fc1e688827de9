import { isObject } from './open-webui/json-object.js';
import { ODD_INPUTS } from './odd-tools-inputs.js';
import { oddTools } from './odd-tools.js';

describe('the odd tools', () => {
  it('are the same on every call, and nobody can spoil them', () => {
    const [first] = oddTools();
    if (first) {
      first.input_parameters['properties'] = {};
    }
    expect(oddTools()).toEqual(oddTools());
    expect(oddTools()[0]).not.toEqual(first);
  });

  it('have a unique slug of legal characters, named after the oddity', () => {
    const slugs = oddTools().map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(slugs.filter((slug) => !/^[A-Z0-9_]+$/.test(slug))).toEqual([]);
    expect(slugs).toEqual(expect.arrayContaining(Object.keys(ODD_INPUTS).map((oddity) => `ODD_${oddity}`)));
  });

  it('survive the wire: what JSON keeps is all there is', () => {
    expect(JSON.parse(JSON.stringify(oddTools()))).toEqual(oddTools());
    const proto = oddTools().find(({ slug }) => slug === 'ODD_NAME_PROTO')?.input_parameters['properties'];
    expect(Object.keys(proto ?? {})).toEqual(['__proto__', 'plain']);
  });

  it('have the members of the wire shape', () => {
    for (const tool of oddTools()) {
      expect(Object.keys(tool)).toEqual(
        expect.arrayContaining([
          'slug',
          'name',
          'description',
          'toolkit',
          'input_parameters',
          'output_parameters',
          'no_auth',
          'version',
          'available_versions',
          'scopes',
          'scope_requirements',
          'tags',
          'is_deprecated',
          'deprecated',
        ]),
      );
      expect(isObject(tool.input_parameters)).toBe(true);
      expect(tool.deprecated.is_deprecated).toBe(tool.is_deprecated);
    }
  });

  it('reach the limits they are named after', () => {
    const bySlug = new Map(oddTools().map((tool) => [tool.slug, tool]));
    expect(bySlug.get('ODD_TOOL_DESCRIPTION_HUGE')?.description.length).toBeGreaterThan(9_800);
    const long = [...bySlug.keys()].filter((slug) => slug.length > 64);
    expect(long).toHaveLength(2);
    expect(new Set(long.map((slug) => slug.slice(0, 64))).size).toBe(1);
  });
});
