import {
  type Activation,
  type AnyModule,
  Container,
  type InputOf,
  type OutputOf,
  type TypeFunction,
} from "@rushlight/module";
import { ArgumentError } from "@rushlight/tensor";
import { known } from "../typing/known.ts";

/** The types of a module that stands for another. */
export interface DecoratedType<M extends AnyModule> extends TypeFunction {
  readonly takes: this["given"] extends Activation ? InputOf<M, this["given"]> : InputOf<M>;
  readonly gives: this["given"] extends Activation ? OutputOf<M, this["given"]> : OutputOf<M>;
}

/**
 * Stands for the module that it holds, and passes all on to it: the base class of modules that add something to another.
 * Torch's `nn.Decorator`.
 *
 * @typeParam M the module that it holds, whose types it has
 * @example
 * ```ts
 * import { Decorator } from "@rushlight/containers";
 * import { Linear } from "@rushlight/layers";
 *
 * console.log(String(new Decorator(new Linear(4, 3)))); // nn.Decorator @ nn.Linear(4 -> 3)
 * ```
 */
export class Decorator<M extends AnyModule = AnyModule> extends Container<InputOf<M>, OutputOf<M>> {
  declare readonly typeFunction?: DecoratedType<M>;

  /**
   * @param module what to stand for
   * @throws ArgumentError when there is none
   */
  constructor(module: M) {
    super();
    if (module === undefined) throw new ArgumentError(`${this.constructor.name}: expected a module, got none`);
    this.modules.push(module);
  }

  override forward<const Given extends InputOf<M>>(input: Given): OutputOf<M, Given>;
  override forward(input: InputOf<M>): OutputOf<M> {
    return super.forward(input);
  }

  override updateOutput(input: InputOf<M>): OutputOf<M> {
    this.output = known(this.childOutput(0, input));
    return this.output;
  }

  override updateGradInput(input: InputOf<M>, gradOutput: OutputOf<M>): InputOf<M> {
    this.gradInput = known(this.childGradInput(0, input, gradOutput, this.needsGradInput));
    return this.gradInput;
  }

  override accGradParameters(input: InputOf<M>, gradOutput: OutputOf<M>, scale = 1): void {
    this.childAccGradParameters(0, input, gradOutput, scale);
  }

  override backward(input: InputOf<M>, gradOutput: OutputOf<M>, scale = 1): InputOf<M> {
    this.gradInput = known(this.childBackward(0, input, gradOutput, scale, this.needsGradInput));
    return this.gradInput;
  }

  override accUpdateGradParameters(input: InputOf<M>, gradOutput: OutputOf<M>, learningRate: number): void {
    this.childAccUpdate(0, input, gradOutput, learningRate);
  }

  override toString(): string {
    return `${this.title()} @ ${String(this.modules[0])}`;
  }

  /** What is printed before the module. */
  protected title(): string {
    return `nn.${this.constructor.name}`;
  }
}
