import { type Activation, formatSizes } from "@rushlight/module";
import { checkOptions } from "@rushlight/tensor";
import { type PrintOptions, printer, printOptionNames } from "../printing/print.ts";
import { PassThrough } from "./PassThrough.ts";

/**
 * Gives what it takes, and prints the sizes of what goes by: of the input in forward, of gradOutput in backward; y = x,
 * dx = dy, the same objects, for tensors and tables. Torch's `nn.PrintSize`.
 *
 * @example
 * ```ts
 * import { PrintSize } from "@rushlight/containers";
 * import { ones } from "@rushlight/tensor";
 *
 * const lines: string[] = [];
 * const probe = new PrintSize("joined", { print: (line) => lines.push(line) });
 * probe.forward([ones(4, 3), [ones(2)]]);
 * probe.backward(ones(4), ones(4));
 * console.log(lines.join("; ")); // joined: input {[4, 3], {[2]}}; joined: gradOutput [4]
 * ```
 */
export class PrintSize extends PassThrough {
  readonly prefix: string;
  private readonly print: (line: string) => unknown;

  /**
   * @param prefix what lines begin with; `PrintSize` when left out
   * @throws ArgumentError for options that do not exist
   */
  constructor(prefix = "PrintSize", options: PrintOptions = {}) {
    super();
    checkOptions("PrintSize", options, printOptionNames);
    this.prefix = prefix;
    this.print = printer(options);
  }

  override updateOutput(input: Activation): Activation {
    this.print(`${this.prefix}: input ${formatSizes(input)}`);
    return super.updateOutput(input);
  }

  override updateGradInput(_input: Activation, gradOutput: Activation): Activation {
    this.print(`${this.prefix}: gradOutput ${formatSizes(gradOutput)}`);
    this.gradInput = gradOutput;
    return gradOutput;
  }
}
