/** The options of `mnist show`. */
export interface ShowOptions {
  readonly from: string;
  readonly set: "train" | "test";
  readonly digit?: number | undefined;
  readonly count: number;
  readonly seed: number;
  readonly data?: string | undefined;
  readonly out: string;
  readonly json?: true | undefined;
}
