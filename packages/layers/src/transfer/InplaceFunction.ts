import { checkOptions } from "@rushlight/tensor";
import { ElementFunction } from "./ElementFunction.ts";

/** Options of functions that can work in place. */
export interface InplaceOptions {
  /**
   * Whether forward overwrites its input and backward its gradOutput, to save memory; false when left out. Only where
   * the module before does not need its output for its own backward.
   */
  readonly inplace?: boolean;
}

const optionNames: readonly (keyof InplaceOptions)[] = ["inplace"];

/** A function of each element alone that can work in place: its gradient follows from the output as from the input. */
export abstract class InplaceFunction extends ElementFunction {
  /** Whether forward overwrites its input and backward its gradOutput. */
  override readonly inplace: boolean;

  /**
   * @param possible false keeps it from working in place whatever the option says
   * @throws ArgumentError for options that do not exist
   */
  constructor(options: InplaceOptions = {}, possible = true) {
    super();
    checkOptions(this.constructor.name, options, optionNames);
    this.inplace = possible && (options.inplace ?? false);
  }
}
