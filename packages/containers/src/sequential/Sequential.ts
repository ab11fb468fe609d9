import { type Activation, type AnyModule, Container, type OutputOf, printChain } from "@rushlight/module";
import { checkIndex, IndexError, type Tensor } from "@rushlight/tensor";
import type { Fits } from "./joints.ts";

/**
 * Modules one after the other: y = mₖ(… m₁(m₀(x))). Torch's `nn.Sequential`. Without modules it is the identity.
 *
 * The types follow the chain: `new Sequential().add(a).add(b)` takes what `a` takes and gives what `b` gives, and a
 * module that does not take what the one before it gives does not compile. A chain begins as the identity on a tensor;
 * one that begins with a table is written `new Sequential<Table>()`, or with `sequential(...)`, which finds it out.
 *
 * @typeParam I what the first module takes
 * @typeParam O what the last module gives
 * @example
 * ```ts
 * import { Sequential } from "@rushlight/containers";
 * import { Linear, Tanh } from "@rushlight/layers";
 * import { randn } from "@rushlight/tensor";
 *
 * const mlp = new Sequential().add(new Linear(4, 3)).add(new Tanh()).add(new Linear(3, 1));
 * console.log(mlp.forward(randn(5, 4)).size()); // [ 5, 1 ]
 * console.log(String(mlp));
 * // nn.Sequential {
 * //   [input -> (0) -> (1) -> (2) -> output]
 * //   (0): nn.Linear(4 -> 3)
 * //   (1): nn.Tanh
 * //   (2): nn.Linear(3 -> 1)
 * // }
 * ```
 */
export class Sequential<I extends Activation = Tensor, O extends Activation = I> extends Container<I, O> {
  /** Adds a module at the end. */
  add<M extends AnyModule>(module: M & Fits<M, O>): Sequential<I, OutputOf<M, O>>;
  add(module: AnyModule): Sequential<Activation, Activation> {
    this.modules.push(module);
    return this;
  }

  /**
   * Puts a module before the one at `index`, or at the end.
   *
   * @throws IndexError unless the index is from 0 to the number of modules
   */
  insert(module: AnyModule, index: number = this.modules.length): this {
    if (!Number.isInteger(index) || index < 0 || index > this.modules.length) {
      throw new IndexError(`Sequential.insert: expected an index from 0 to ${this.modules.length}, got ${index}`);
    }
    this.modules.splice(index, 0, module);
    return this;
  }

  /**
   * Takes out the module at `index`, or the last; negative positions count from the end.
   *
   * @returns the module
   * @throws IndexError when there is none
   */
  remove(index = -1): AnyModule {
    if (this.modules.length === 0) throw new IndexError("Sequential.remove: expected a module to remove, got none");
    const [removed] = this.modules.splice(checkIndex("Sequential.remove", index, this.modules.length), 1);
    return removed;
  }

  override updateOutput(input: I): O {
    let current: Activation = input;
    for (let i = 0; i < this.modules.length; i++) current = this.childOutput(i, current);
    this.output = current as O;
    return this.output;
  }

  override updateGradInput(input: I, gradOutput: O): I {
    let current: Activation = gradOutput;
    for (let i = this.modules.length - 1; i >= 0; i--) {
      current = this.childGradInput(i, this.inputOf(i, input), current, i > 0 || this.needsGradInput);
    }
    this.gradInput = current as I;
    return this.gradInput;
  }

  override accGradParameters(input: I, gradOutput: O, scale = 1): void {
    for (let i = this.modules.length - 1; i >= 0; i--) {
      this.childAccGradParameters(i, this.inputOf(i, input), this.gradOutputOf(i, gradOutput), scale);
    }
  }

  override backward(input: I, gradOutput: O, scale = 1): I {
    let current: Activation = gradOutput;
    for (let i = this.modules.length - 1; i >= 0; i--) {
      current = this.childBackward(i, this.inputOf(i, input), current, scale, i > 0 || this.needsGradInput);
      this.modules[i].gradInput = current;
    }
    this.gradInput = current as I;
    return this.gradInput;
  }

  override accUpdateGradParameters(input: I, gradOutput: O, learningRate: number): void {
    for (let i = this.modules.length - 1; i >= 0; i--) {
      this.childAccUpdate(i, this.inputOf(i, input), this.gradOutputOf(i, gradOutput), learningRate);
    }
  }

  override toString(): string {
    return printChain(super.toString(), this.modules);
  }

  private inputOf(index: number, input: Activation): Activation {
    return index === 0 ? input : this.modules[index - 1].output;
  }

  private gradOutputOf(index: number, gradOutput: Activation): Activation {
    return index === this.modules.length - 1 ? gradOutput : this.modules[index + 1].gradInput;
  }
}
