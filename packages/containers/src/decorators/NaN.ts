import type { Activation, AnyModule, InputOf, OutputOf } from "@rushlight/module";
import { ArgumentError } from "@rushlight/tensor";
import { Decorator } from "./Decorator.ts";
import { findNaN } from "./findNaN.ts";
import { NaNError } from "./NaNError.ts";

let lastId = 0;

/**
 * Throws when the module that it holds gives NaN, and says where that came from. Torch's `nn.NaN`.
 *
 * After forward it looks at the output, and blames the input, the parameters or the output itself, in that order. After
 * backward it looks at the input gradient, and blames gradOutput or the input gradient itself; then at the gradients of
 * the parameters. Looking is a sum over the tensor: wrap the modules of a network while you search, then take the
 * wrapping away.
 *
 * @typeParam M the module that it holds, whose types it has
 * @example
 * ```ts
 * import { NaN } from "@rushlight/containers";
 * import { Linear } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const guarded = new NaN(new Linear(2, 1), 7);
 * try {
 *   guarded.forward(tensor([1, Number.NaN]));
 * } catch (error) {
 *   console.log(String(error)); // NaNError: NaN(7) @ Linear(2 → 1): NaN in the input at [1]
 * }
 * ```
 */
// biome-ignore lint/suspicious/noShadowRestrictedNames: the name that the field knows it by
export class NaN<M extends AnyModule = AnyModule> extends Decorator<M> {
  /** What tells it from others in messages. */
  readonly id: number;

  /**
   * @param module what to watch
   * @param id what tells it from others in messages; the next number when left out
   * @throws ArgumentError for one that is not whole
   */
  constructor(module: M, id?: number) {
    super(module);
    if (id !== undefined && !Number.isInteger(id)) throw new ArgumentError(`NaN: expected a whole id, got ${id}`);
    if (id === undefined) lastId += 1;
    this.id = id ?? lastId;
  }

  override updateOutput(input: InputOf<M>): OutputOf<M> {
    const output = super.updateOutput(input);
    const place = findNaN(output);
    if (place === undefined) return output;
    this.blame("input", input);
    this.blame("parameters", this.parameters()[0]);
    throw this.found("output", place);
  }

  override updateGradInput(input: InputOf<M>, gradOutput: OutputOf<M>): InputOf<M> {
    const gradInput = super.updateGradInput(input, gradOutput);
    this.checkGradInput(gradOutput);
    return gradInput;
  }

  override accGradParameters(input: InputOf<M>, gradOutput: OutputOf<M>, scale = 1): void {
    super.accGradParameters(input, gradOutput, scale);
    this.blame("gradients of the parameters", this.parameters()[1]);
  }

  override backward(input: InputOf<M>, gradOutput: OutputOf<M>, scale = 1): InputOf<M> {
    const gradInput = super.backward(input, gradOutput, scale);
    this.checkGradInput(gradOutput);
    this.blame("gradients of the parameters", this.parameters()[1]);
    return gradInput;
  }

  override describe(): string {
    return `NaN(${this.id}) @ ${this.modules[0].describe()}`;
  }

  protected override title(): string {
    return `nn.NaN(${this.id})`;
  }

  private checkGradInput(gradOutput: Activation): void {
    const place = findNaN(this.gradInput);
    if (place === undefined) return;
    this.blame("gradOutput", gradOutput);
    throw this.found("gradInput", place);
  }

  private blame(what: string, activation: Activation): void {
    const place = findNaN(activation);
    if (place !== undefined) throw this.found(what, place);
  }

  private found(what: string, place: string): NaNError {
    return new NaNError(`${this.describe()}: NaN in the ${what} at ${place}`);
  }
}
