/** Something of a tool's own schema that its adapted form does not say. */
export interface SchemaLoss {
  /** Where, as a JSON pointer into the arguments; `*` stands for any item of an array. */
  readonly path: string;
  /** The keyword concerned. */
  readonly keyword: string;
  /**
   * `wider`: the adapted schema accepts arguments that the original refuses, and a call with them gets `arguments_invalid`.
   * `narrower`: the original accepts arguments that the adapted schema does not offer.
   */
  readonly effect: 'wider' | 'narrower';
  readonly reason: string;
}
