import type { AnyModule, InputOf, OutputOf } from "@rushlight/module";
import { checkOptions } from "@rushlight/tensor";
import { checkCount } from "../checks/tables.ts";
import { type PrintOptions, printer, printOptionNames } from "../printing/print.ts";
import { Decorator } from "./Decorator.ts";

declare const performance: { now(): number };

/** How often something was done, and how long that took. */
interface Tally {
  calls: number;
  milliseconds: number;
}

/**
 * Measures how long the module that it holds takes, and prints the total every so many forwards and backwards, apart.
 * Torch's `nn.Profile`.
 *
 * Wall time. What counts as a backward is `backward`, with the gradients of the parameters, or `updateGradInput` when
 * that is called by itself; `accGradParameters` by itself is not measured.
 *
 * @typeParam M the module that it holds, whose types it has
 * @example
 * ```ts
 * import { Profile } from "@rushlight/containers";
 * import { Linear } from "@rushlight/layers";
 * import { ones } from "@rushlight/tensor";
 *
 * const lines: string[] = [];
 * const measured = new Profile(new Linear(3, 2), 2, "top", { print: (line) => lines.push(line) });
 * for (let step = 0; step < 4; step++) measured.forward(ones(3));
 * console.log(lines.length); // 2
 * console.log(lines[0].replace(/[0-9.]+ s/, "… s")); // top took … seconds for 2 forward passes
 * ```
 */
export class Profile<M extends AnyModule = AnyModule> extends Decorator<M> {
  /** After how many calls the total is printed. */
  readonly printInterval: number;
  /** What lines begin with. */
  readonly name: string;
  private readonly print: (line: string) => unknown;
  private forwards: Tally = { calls: 0, milliseconds: 0 };
  private backwards: Tally = { calls: 0, milliseconds: 0 };

  /**
   * @param module what to measure
   * @param printInterval after how many calls to print, at least 1; 100 when left out
   * @param name what lines begin with; the module's own when left out
   * @throws ArgumentError for other intervals, and for options that do not exist
   */
  constructor(module: M, printInterval = 100, name: string = module.describe(), options: PrintOptions = {}) {
    super(module);
    checkOptions("Profile", options, printOptionNames);
    this.printInterval = checkCount("Profile", "printInterval", printInterval);
    this.name = name;
    this.print = printer(options);
  }

  override updateOutput(input: InputOf<M>): OutputOf<M> {
    return this.measured(this.forwards, "forward", () => super.updateOutput(input));
  }

  override updateGradInput(input: InputOf<M>, gradOutput: OutputOf<M>): InputOf<M> {
    return this.measured(this.backwards, "backward", () => super.updateGradInput(input, gradOutput));
  }

  override backward(input: InputOf<M>, gradOutput: OutputOf<M>, scale = 1): InputOf<M> {
    return this.measured(this.backwards, "backward", () => super.backward(input, gradOutput, scale));
  }

  private measured<Result>(tally: Tally, pass: string, call: () => Result): Result {
    const start = performance.now();
    const result = call();
    tally.milliseconds += performance.now() - start;
    tally.calls += 1;
    if (tally.calls === this.printInterval) {
      const seconds = (tally.milliseconds / 1000).toFixed(3);
      this.print(`${this.name} took ${seconds} seconds for ${tally.calls} ${pass} passes`);
      tally.calls = 0;
      tally.milliseconds = 0;
    }
    return result;
  }
}
