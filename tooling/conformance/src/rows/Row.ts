import type { Activation, AnyModule } from "@rushlight/module";
import type { ModuleCheckOptions } from "@rushlight/module/testing";

/** A form of a module to put through every check. */
export interface Row {
  /** Begins with the name of the class. */
  readonly name: string;
  readonly module: () => AnyModule;
  readonly input: () => Activation;
  readonly options?: ModuleCheckOptions;
  /** The checks that do not apply. */
  readonly skipped?: readonly string[];
}

/** For a module whose first dimension is no batch. */
export const batchless: Pick<Row, "options" | "skipped"> = { options: { batch: false }, skipped: ["batching"] };

/** For a module that overwrites its arguments. */
export const inplace: Pick<Row, "options" | "skipped"> = {
  options: { batch: false, inplace: true },
  skipped: ["batching", "argumentsKept"],
};

/** For a module that takes contiguous arguments only. */
export const dense: Pick<Row, "options" | "skipped"> = { options: { strided: false }, skipped: ["striding"] };

/** For a module whose gradInput is on purpose not the derivative. */
export const ownGradient: Pick<Row, "options" | "skipped"> = {
  options: { ownGradient: true },
  skipped: ["inputGradient"],
};
