import type { Activation } from "../network/buildNetwork.ts";

/** How a CSV file is read, as the user asks for it. */
interface ReadOptions {
  readonly delimiter?: "," | ";" | "\t" | undefined;
  readonly encoding?: string | undefined;
  readonly header?: "yes" | "no" | undefined;
  readonly missing?: readonly string[] | undefined;
  readonly decimal?: "." | "," | undefined;
  /** The most rows to take; a random sample when there are more. */
  readonly rows: number;
}

/** What to fit, and how, as the user asks for it. What is not there has a default that depends on the rest. */
export interface FitOptions extends ReadOptions {
  /** A CSV file, or the name of a table that comes along; a curve when left out. */
  readonly data?: string | undefined;
  readonly target?: string | undefined;
  readonly text?: readonly string[] | undefined;
  readonly ignore?: readonly string[] | undefined;
  readonly heldOut?: number | undefined;
  readonly validation?: number | undefined;
  readonly hidden: readonly number[];
  readonly activation: Activation;
  readonly epochs?: number | undefined;
  readonly batchSize?: number | undefined;
  readonly optimizer?: string | undefined;
  readonly rate?: number | undefined;
  readonly momentum?: number | undefined;
  readonly weightDecay?: number | undefined;
  readonly patience?: number | undefined;
  /** The input to draw a curve of. */
  readonly curve?: string | undefined;
  readonly seed: number;
  readonly out: string;
  readonly json?: true | undefined;
}
