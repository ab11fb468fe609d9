import type { FloatDType } from "@rushlight/tensor";
import type { Page } from "./Page.ts";

/** A notebook as a program. */
export interface Lesson {
  /** What the command line calls it, besides its name. */
  readonly letter: string;
  readonly name: string;
  readonly title: string;
  /** What it teaches: how a sentence goes on after "on". */
  readonly about: string;
  /** The dtype of tensors that are made without one. */
  readonly dtype: FloatDType;
  run(page: Page): Promise<void> | void;
}
