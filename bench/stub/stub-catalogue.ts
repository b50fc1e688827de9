import { generateCatalogue } from '../../test/support/odd-tools-catalogue.js';
import type { JsonSchema, WireTool } from '../../test/support/odd-tools.js';
import { rareWords } from './rare-words.js';

/** Which catalogue a stub serves. */
export interface CatalogueWanted {
  readonly toolkits: number;
  readonly tools: number;
  /** What a tool weighs on average, in bytes of JSON; the generator's own 2.6 KB where it is not given. */
  readonly bytesPerTool?: number;
}

const SEED = 7;

/** A catalogue as prepared bytes. */
export class StubCatalogue {
  /** Slugs, in Composio's order. */
  readonly toolkits: readonly string[];
  private readonly byToolkit = new Map<string, Buffer[]>();
  private readonly bySlug = new Map<string, Buffer>();

  constructor(wanted: CatalogueWanted) {
    const say = rareWords();
    const tools = catalogueOf(wanted).map((tool) => wordy(tool, say));
    const padding = wanted.bytesPerTool === undefined ? 0 : wanted.bytesPerTool - meanBytes(tools);
    for (const tool of tools) {
      const bytes = Buffer.from(JSON.stringify(padding > 0 ? padded(tool, padding, say) : tool));
      const { slug } = tool.toolkit;
      this.byToolkit.set(slug, [...(this.byToolkit.get(slug) ?? []), bytes]);
      this.bySlug.set(tool.slug, bytes);
    }
    this.toolkits = [...this.byToolkit.keys()];
  }

  /** The tools of some toolkits, as JSON texts. */
  toolsOf(toolkits: readonly string[]): readonly Buffer[] {
    return toolkits.flatMap((slug) => this.byToolkit.get(slug) ?? []);
  }

  /** Some tools by slug. */
  named(slugs: readonly string[]): readonly Buffer[] {
    return slugs.flatMap((slug) => this.bySlug.get(slug) ?? []);
  }

  /** A toolkit as JSON text. */
  toolkit(slug: string): Buffer {
    const count = this.byToolkit.get(slug)?.length ?? 0;
    return Buffer.from(
      JSON.stringify({
        slug,
        name: slug,
        auth_schemes: ['OAUTH2'],
        composio_managed_auth_schemes: ['OAUTH2'],
        is_local_toolkit: false,
        no_auth: false,
        meta: {
          description: `What ${slug} can do, in the words of those who made it.`,
          logo: `https://logos.example/${slug}`,
          categories: [{ id: 'work', name: 'Work' }],
          tools_count: count,
          triggers_count: 0,
          version: '20260501_00',
        },
      }),
    );
  }
}

/** Of so many tools in so many toolkits, the first toolkits have one more where it does not come out even. */
function catalogueOf({ toolkits, tools }: CatalogueWanted): WireTool[] {
  const most = Math.ceil(tools / toolkits);
  const fuller = toolkits - (most * toolkits - tools);
  const all = generateCatalogue({ toolkits, toolsPerToolkit: most, seed: SEED });
  return all.filter((_, index) => Math.floor(index / most) < fuller || index % most < most - 1);
}

/** With words of its own in its descriptions: what the generator makes compresses and is searched more easily than a real one. */
function wordy(tool: WireTool, say: (count: number) => string): WireTool {
  const { properties = {}, ...rest } = tool.input_parameters as { properties?: Record<string, JsonSchema> };
  const described = Object.entries(properties).map(([name, schema]) => [
    name,
    { ...schema, description: `${String(schema.description)} ${say(3)}.` },
  ]);
  return {
    ...tool,
    description: `${tool.description} ${say(6)}.`,
    input_parameters: { ...rest, properties: Object.fromEntries(described) as JsonSchema },
  };
}

function meanBytes(tools: readonly WireTool[]): number {
  return tools.reduce((sum, tool) => sum + Buffer.byteLength(JSON.stringify(tool)), 0) / tools.length;
}

const BYTES_PER_WORD = 10;
/** Of the member that holds the text. */
const FRAME_BYTES = 18;

/** A longer account of the answer, as many of Composio's tools have it. */
function padded(tool: WireTool, bytes: number, say: (count: number) => string): WireTool {
  const length = Math.max(0, Math.round(bytes) - FRAME_BYTES);
  const description = say(Math.ceil(length / BYTES_PER_WORD) * 2).slice(0, length);
  return { ...tool, output_parameters: { ...tool.output_parameters, description } };
}
