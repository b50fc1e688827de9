import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { Tool } from '../../src/catalogue/tool.js';
import { connectAccountMeta } from '../../src/connections/connections.meta.js';
import { metaOperation } from '../../src/document/meta-tool.js';
import { toolDocument } from '../../src/document/tool-document.js';
import { startSandbox } from '../../src/sandbox/sandbox.js';
import { executeToolMeta, searchToolsMeta } from '../../src/tools/tools.meta.js';
import { arbitraryTool } from '../support/odd-tools-arbitrary.js';
import { generateCatalogue } from '../support/odd-tools-catalogue.js';
import { oddTools, type WireTool, wireTool } from '../support/odd-tools.js';
import { conformanceFindings } from '../support/open-webui/conformance.js';
import { startComposio } from '../support/scripted-composio.js';
import { startServer, type TestServer } from '../support/start-server.js';

const SAMPLE = '../shared/data/composio-tools-sample.ndjson';
const sample = existsSync(SAMPLE) ? readFileSync(SAMPLE, 'utf8').trim().split('\n') : [];

/** What blocks use, or loses or hides something important. */
function seriousFindings(document: unknown): unknown[] {
  return conformanceFindings(document).filter(({ severity }) => severity === 'B' || severity === 'H');
}

/** The document of some tools, as the server builds it. */
function documentOf(tools: readonly WireTool[]): {
  info: { 'x-tools': Record<string, number> };
  paths: object;
} {
  const listing = { tools: tools.flatMap((wire) => Tool.of(wire) ?? []), complete: true };
  const text = toolDocument(listing, {
    mode: 'auto',
    maxTools: 60,
    maxBytes: 1_000_000,
    serverUrl: '/',
    scopeName: '',
    metaOperations: [searchToolsMeta, executeToolMeta, connectAccountMeta].map(metaOperation),
  });
  return JSON.parse(text) as ReturnType<typeof documentOf>;
}

function inPortions(tools: readonly WireTool[]): WireTool[][] {
  return Array.from({ length: Math.ceil(tools.length / 60) }, (_, index) =>
    tools.slice(index * 60, index * 60 + 60),
  );
}

async function served(server: TestServer, path: string): Promise<unknown> {
  return (await server.get(path).expect(200)).body;
}

describe('Open WebUI imports without a loss', () => {
  it('what the sandbox offers, in every mode and scope', async () => {
    const sandbox = await startSandbox();
    const server = await startServer({ composio: sandbox });
    const toolkits = await server.get('/api/toolkits');
    const servers = await server.get('/api/servers');
    const prefixes = [
      ...toolkits.body.items.map(({ slug }: { slug: string }) => `/toolkits/${slug}`),
      ...servers.body.items.map(({ id }: { id: string }) => `/servers/${id}`),
    ];
    expect(prefixes).toHaveLength(13);

    for (const path of ['', '?mode=direct', '?mode=search', '?max_tools=10']) {
      expect([path, seriousFindings(await served(server, `/openapi.json${path}`))]).toEqual([path, []]);
    }
    for (const prefix of prefixes) {
      expect([prefix, seriousFindings(await served(server, `${prefix}/openapi.json`))]).toEqual([prefix, []]);
    }
    await sandbox.close();
  });

  it('Open WebUI imports what a caller without a key gets', async () => {
    const server = await startServer({ composio: await startComposio() });
    const { body } = await server.get('/openapi.json', { key: null });

    expect(conformanceFindings(body)).toEqual([]);
  });

  it('Open WebUI imports the document of a large catalogue', async () => {
    const tools = generateCatalogue({ toolkits: 12, toolsPerToolkit: 20, seed: 7 });
    const server = await startServer({ composio: await startComposio({ tools }) });

    expect(conformanceFindings(await served(server, '/openapi.json'))).toEqual([]);
  });

  it('tools with every oddity that is known', async () => {
    const tools = oddTools();
    const server = await startServer({ composio: await startComposio({ tools }) });
    const seen = new Set<string>();
    for (const portion of inPortions(tools)) {
      const names = portion.map(({ slug }) => slug).join();
      const document = (await served(server, `/openapi.json?mode=direct&tools=${names}`)) as {
        paths: object;
      };
      expect(seriousFindings(document)).toEqual([]);
      for (const path of Object.keys(document.paths)) seen.add(path);
    }
    const left = tools.filter(({ slug }) => !seen.has(`/api/tools/${slug}/execute`)).map(({ slug }) => slug);
    expect(left).toEqual(['ODD_DEPRECATED']);
  });

  it('a choice among values of several types, within a choice', () => {
    const value = { oneOf: [{ enum: [false, 'a'] }, { type: 'integer' }] };
    const tool = wireTool({ slug: 'CHOICE', input_parameters: { type: 'object', properties: { value } } });

    expect(seriousFindings(documentOf([tool]))).toEqual([]);
  });

  it('Open WebUI imports any tools whatever, and none is missing from the counts', () => {
    fc.assert(
      fc.property(fc.array(arbitraryTool(), { maxLength: 12 }), (tools) => {
        const document = documentOf(tools);

        expect(seriousFindings(document)).toEqual([]);
        const { direct = 0, more = 0, needs_file = 0, deprecated = 0 } = document.info['x-tools'];
        expect(direct + more + needs_file + deprecated).toBe(tools.length);
      }),
      { numRuns: 60 },
    );
  });

  it('what there is of Composio’s own tools beside this repository', () => {
    const tools = sample.map((line) => JSON.parse(line) as WireTool);

    for (const portion of inPortions(tools)) expect(seriousFindings(documentOf(portion))).toEqual([]);
  });
});

it('no odd tool makes a call end oddly', async () => {
  const tools = oddTools();
  const composio = await startComposio({ tools });
  const server = await startServer({ composio });
  for (const { slug } of tools) {
    const answer = await server.post(`/api/tools/${slug}/execute`, {});
    expect([slug, [200, 422].includes(answer.status)]).toEqual([slug, true]);
  }
});
