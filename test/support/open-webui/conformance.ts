import { conversionFindings } from './conversion-rules.js';
import { documentFindings, isNoTool } from './document-rules.js';
import { CONFORMANCE_DEFAULTS, type ConformanceOptions, type Finding, finding } from './finding.js';
import { isObject, member } from './json-object.js';
import { operationFindings } from './operation-rules.js';
import { operationsOf } from './operations.js';

/**
 * Everything in a tool document that Open WebUI 0.11.0, its page or a model provider behind it would refuse, lose
 * or misread; an empty list is a document that imports well on both sides. Only what the document itself can tell
 * is checked: rules about serving it (status, latency, errors) are not.
 *
 * Never throws for a parsed JSON document. The rules and their severities are in RULE_SEVERITY.
 */
export function conformanceFindings(spec: unknown, options: Partial<ConformanceOptions> = {}): Finding[] {
  if (!isObject(spec) || !isObject(member(spec, 'paths'))) {
    return [finding(1, {}, 'The document must be an object with paths')];
  }
  const limits = { ...CONFORMANCE_DEFAULTS, ...options };
  const findings = [
    ...documentFindings(spec, limits),
    ...operationsOf(spec)
      .filter(({ path }) => !isNoTool(path))
      .flatMap((operation) => operationFindings(operation, limits)),
    ...conversionFindings(spec),
  ];
  return findings;
}
