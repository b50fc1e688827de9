/** How a cost grows with the catalogue. */
export interface Curve {
  readonly name: string;
  readonly unit: string;
  readonly points: readonly { readonly tools: number; readonly cost: number }[];
}
