/** B blocks use or breaks other servers, H high, M medium, L low. */
export type Severity = 'B' | 'H' | 'M' | 'L';

/** One way in which a document breaks a conformance rule. */
export interface Finding {
  /** The number of the rule, see RULE_SEVERITY. */
  rule: number;
  severity: Severity;
  operationId?: string;
  /** Where in the document: a route, or a route and the place in its body schema. */
  path?: string;
  message: string;
}

/** What a document is measured against; see CONFORMANCE_DEFAULTS. */
export interface ConformanceOptions {
  /** Rule 5. Never above 127, whatever is given: providers refuse 128 tools. */
  maxOperations: number;
  /** Rule 6: bytes of the document as compact JSON. */
  maxBytes: number;
  /** Rule 11: how many steps into `properties` and `items` a body schema may go. */
  maxDepth: number;
  /** Rule 15: characters of a tool's description. */
  maxDescription: number;
  /** Rule 14: an enum with more values than this may be cut in the description, after this many and with an ellipsis. */
  enumMentions: number;
  /** Rule 33: what every operationId must begin with; unchecked when empty. */
  prefix: string;
}

/** The limits Open WebUI 0.11.0 and the model providers behind it are known to bear. */
export const CONFORMANCE_DEFAULTS: Readonly<ConformanceOptions> = {
  maxOperations: 60,
  maxBytes: 1_000_000,
  maxDepth: 10,
  maxDescription: 1024,
  enumMentions: 10,
  prefix: '',
};

/**
 * Every rule that can be decided from the document alone, and how bad a breach of it is. Numbers and severities are
 * those of the checklist for tool servers of Open WebUI 0.11.0; the gaps are rules about serving the document.
 */
export const RULE_SEVERITY = {
  /** `paths` is a non-null object. */
  1: 'B',
  /** No boolean schema, no `required: null`, no null `schema` or `parameters`: the backend raises. */
  2: 'B',
  /** No `$ref` in what a client reads, `components` present, no reference cycle: the page recurses. */
  3: 'B',
  /** Every tool operation has a legal, unique operationId and becomes exactly one tool. */
  4: 'B',
  /** Few enough operations. */
  5: 'B',
  /** A small enough document. */
  6: 'B',
  /** The request body is one flat object under `application/json`, and all of it reaches the model. */
  8: 'B',
  /** No path, query or header parameters: their values would come a second time in the body. */
  9: 'B',
  /** Every property has an explicit type that both converters keep; arrays have typed items; bounded depth. */
  11: 'H',
  /** Query parameters are text or integers. */
  12: 'H',
  /** Free-form arguments travel in a declared property. */
  13: 'H',
  /** Enum, const and default values are repeated in the description. */
  14: 'H',
  /** The description is there and short enough. */
  15: 'H',
  /** Title, description and version are set. */
  32: 'M',
  /** No operationId is a suffix of another: the client's function filter matches suffixes. */
  33: 'M',
  /** Health, documentation and administration are not offered as tools. */
  38: 'M',
  /** No header or cookie parameters. */
  39: 'L',
} as const satisfies Record<number, Severity>;

/** The number of a rule that can be decided from the document alone. */
export type Rule = keyof typeof RULE_SEVERITY;

/** Where a finding was made. */
export type Place = Pick<Finding, 'operationId' | 'path'>;

/** A finding with the severity of its rule, or a milder one. */
export function finding(rule: Rule, place: Place, message: string, severity?: Severity): Finding {
  return { rule, severity: severity ?? RULE_SEVERITY[rule], ...place, message };
}
