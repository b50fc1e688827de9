import type { StubCatalogue } from './stub-catalogue.js';

const MOST_KEPT = 400;

/** The answers of Composio's API v3.1 for a catalogue, as bytes: each is put together once. */
export class StubPages {
  private readonly known = new Map<string, Buffer>();

  constructor(private readonly catalogue: StubCatalogue) {}

  /** The answer to a GET of a path below the API's prefix; undefined where there is nothing. */
  answer(url: string): Buffer | undefined {
    const known = this.known.get(url);
    if (known) return known;
    const { pathname, searchParams } = new URL(url, 'http://stub');
    const made = this.make(pathname, searchParams);
    if (made && this.known.size < MOST_KEPT) this.known.set(url, made);
    return made;
  }

  private make(path: string, query: URLSearchParams): Buffer | undefined {
    if (path === '/tools') return page(this.toolsFor(query), query);
    if (path === '/toolkits') {
      return page(
        this.catalogue.toolkits.map((slug) => this.catalogue.toolkit(slug)),
        query,
      );
    }
    if (path === '/toolkits/categories') return page([], query);
    if (path === '/connected_accounts') return page(this.accounts(), query);
    if (path === '/mcp/servers') return Buffer.from('{"items":[],"total_pages":1,"current_page":1}');
    return undefined;
  }

  private toolsFor(query: URLSearchParams): readonly Buffer[] {
    const list = (name: string) => query.get(name)?.split(',') ?? [];
    if (query.has('tool_slugs')) return this.catalogue.named(list('tool_slugs'));
    if (query.has('toolkit_slug')) return this.catalogue.toolsOf(list('toolkit_slug'));
    // Composio's own search, which finds the first tools there are.
    return this.catalogue.toolsOf(this.catalogue.toolkits.slice(0, 1));
  }

  /** The user has connected the first two toolkits. */
  private accounts(): Buffer[] {
    return this.catalogue.toolkits.slice(0, 2).map((slug, index) =>
      Buffer.from(
        JSON.stringify({
          id: `ca_${index}`,
          toolkit: { slug },
          status: 'ACTIVE',
          status_reason: null,
          created_at: '2026-05-01T00:00:00.000Z',
          updated_at: '2026-05-01T00:00:00.000Z',
        }),
      ),
    );
  }
}

/** A page with its envelope. The cursor is base64 of page and limit, as Composio's reference says. */
function page(items: readonly Buffer[], query: URLSearchParams): Buffer {
  const [number = '1', made] = Buffer.from(query.get('cursor') ?? '', 'base64')
    .toString()
    .split('-');
  const limit = Number(made ?? query.get('limit') ?? 20);
  const current = Number(number || 1);
  const pages = Math.max(1, Math.ceil(items.length / limit));
  const next = current < pages ? Buffer.from(`${current + 1}-${limit}`).toString('base64') : null;
  const shown = items.slice((current - 1) * limit, current * limit);
  const tail = JSON.stringify({
    next_cursor: next,
    total_pages: pages,
    current_page: current,
    total_items: items.length,
  });
  return Buffer.concat([
    Buffer.from('{"items":['),
    ...shown.flatMap((item, index) => (index === 0 ? [item] : [Buffer.from(','), item])),
    Buffer.from(`],${tail.slice(1)}`),
  ]);
}
