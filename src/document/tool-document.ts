import type { Tool } from '../catalogue/tool.js';
import { fitBudget } from './budget.js';
import { type Operation, toolOperation } from './operation.js';

/** The tools a document can offer. */
export interface Offer {
  /** The best first. */
  readonly tools: readonly Tool[];
  /** Whether there are no others. */
  readonly complete: boolean;
}

/** How a tool document is made. */
export interface DocumentPlan {
  /** `direct`: never more than the direct tools; `auto`: with those that find the others where not all fit. */
  readonly mode: 'auto' | 'direct';
  readonly maxTools: number;
  readonly maxBytes: number;
  /** The scope's own base URL, for clients that read `servers`. */
  readonly serverUrl: string;
  /** The scope in words; empty for everything. */
  readonly scopeName: string;
  /** The operations that find, run and connect tools. */
  readonly metaOperations: readonly Operation[];
}

const FINDS_ANY = 'Search finds any tool, and runs it.';

/** Room for what stands around the operations. */
const FRAME_BYTES = 1_500;

/**
 * The OpenAPI document that Open WebUI imports, as JSON text: for the same tools and plan, the same bytes.
 * @param offer undefined for the document without direct tools
 */
export function toolDocument(offer: Offer | undefined, plan: DocumentPlan): string {
  const tools = offer?.tools ?? [];
  const candidates = tools.filter(({ deprecated }) => !deprecated);
  const whole = { operations: plan.maxTools, bytes: plan.maxBytes - FRAME_BYTES };
  const direct = fitBudget(candidates, whole, offered);
  const fits = offer !== undefined && (plan.mode === 'direct' || (direct.complete && offer.complete));
  const fit = fits ? direct : fitBudget(candidates, roomBeside(plan.metaOperations, whole), offered);
  const counts = offer && {
    direct: fit.chosen.length,
    more: candidates.length - fit.chosen.length - fit.unfit,
    needs_file: fit.unfit,
    deprecated: tools.length - candidates.length,
  };
  return frame(plan, counts, fits, [...fit.chosen, ...(fits ? [] : plan.metaOperations)]);
}

/** How many tools are there, and how many of them are not offered as operations. */
interface Counts {
  readonly direct: number;
  readonly more: number;
  readonly needs_file: number;
  readonly deprecated: number;
}

function offered(tool: Tool): Operation | undefined {
  const operation = toolOperation(tool);
  return operation === 'needs_file' ? undefined : operation;
}

function roomBeside(operations: readonly Operation[], budget: { operations: number; bytes: number }) {
  return {
    operations: budget.operations - operations.length,
    bytes: operations.reduce((room, { bytes }) => room - bytes, budget.bytes),
  };
}

function frame(
  plan: DocumentPlan,
  counts: Counts | undefined,
  fits: boolean,
  operations: readonly Operation[],
): string {
  const head = {
    openapi: '3.1.0',
    info: {
      title: plan.scopeName === '' ? 'Composio' : `Composio: ${plan.scopeName}`,
      description: counts ? summary(counts, fits) : FINDS_ANY,
      version: '1',
      ...(counts && { 'x-tools': counts }),
    },
    servers: [{ url: plan.serverUrl }],
    security: [{ bearer: [] }],
    components: { schemas: {}, securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  };
  return `${JSON.stringify(head).slice(0, -1)},"paths":{${operations.map(({ json }) => json).join(',')}}}`;
}

function summary(counts: Counts, fits: boolean): string {
  const sentences = [
    fits || counts.direct > 0 ? `${counts.direct} tools.` : '',
    fits ? '' : FINDS_ANY,
    counts.more > 0 ? `${counts.more} more do not fit into this document.` : '',
    counts.needs_file > 0 ? `${counts.needs_file} need a file uploaded to Composio and are left out.` : '',
    counts.deprecated > 0 ? `${counts.deprecated} are deprecated and left out.` : '',
  ];
  return sentences.filter(Boolean).join(' ');
}
