import { Tensor } from "@rushlight/tensor";
import type { Activation } from "../activation/Activation.ts";
import { emptied } from "../activation/nested.ts";
import { checkIfAskedFor } from "../checked/checked.ts";
import { Convertible } from "../copying/Convertible.ts";
import { deepClone } from "../copying/deepClone.ts";
import { flattenParameters } from "../parameters/flattenParameters.ts";
import { MovedParameters } from "../parameters/MovedParameters.ts";
import type { ParameterLists } from "../parameters/ParameterLists.ts";
import { shareFields } from "../parameters/shareFields.ts";

/** A module whatever its input and output are. */
export type AnyModule = Module<Activation, Activation>;

/**
 * A differentiable function with state that is there to look at: the base class of Torch's nn.
 *
 * `forward` computes {@link output} from an input. `backward` takes the same input and the gradient of a loss with
 * respect to the output; it computes {@link gradInput}, the gradient with respect to the input, and adds the gradients
 * with respect to the parameters to those that are there already.
 *
 * A module of your own implements {@link updateOutput} and {@link updateGradInput}, and {@link accGradParameters} when
 * it has something to learn. Name the parameters `weight` and `bias`, their gradients `gradWeight` and `gradBias`, or
 * override {@link parameters}.
 *
 * `output` and `gradInput` belong to the module and are overwritten by its next call: clone what you want to keep.
 *
 * @typeParam I what it takes
 * @typeParam O what it gives
 * @example
 * ```ts
 * import { Module } from "@rushlight/module";
 * import { type Tensor, tensor } from "@rushlight/tensor";
 *
 * class Double extends Module {
 *   updateOutput(input: Tensor): Tensor {
 *     return this.output.resizeAs(input).copy(input).mul(2);
 *   }
 *   updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
 *     return this.gradInput.resizeAs(input).copy(gradOutput).mul(2);
 *   }
 * }
 * const double = new Double();
 * const x = tensor([1, 2]);
 * console.log(double.forward(x).toArray()); // [ 2, 4 ]
 * console.log(double.backward(x, tensor([1, 10])).toArray()); // [ 2, 20 ]
 * ```
 */
export abstract class Module<I extends Activation = Tensor, O extends Activation = Tensor> extends Convertible {
  /** What the last forward gave. */
  output: O = nothingYet<O>();
  /** The gradient with respect to the input, from the last backward. */
  gradInput: I = nothingYet<I>();
  /** True in training mode, false in evaluation mode: set by {@link training} and {@link evaluate}. */
  train = true;
  /**
   * Set it to false to leave out {@link gradInput}, as for the first layer of a network: `backward` then computes the
   * gradients of the parameters only and gives an empty `gradInput`. Torch's `gradInput = nil`.
   */
  needsGradInput = true;
  /** True when {@link share} made parameters of this module those of another. */
  shared = false;

  declare weight?: Tensor | undefined;
  declare bias?: Tensor | undefined;
  declare gradWeight?: Tensor | undefined;
  declare gradBias?: Tensor | undefined;

  constructor() {
    super();
    checkIfAskedFor(this);
  }

  /** Computes {@link output} from an input. */
  abstract updateOutput(input: I): O;

  /** Computes {@link gradInput} from the input of the last forward and the gradient with respect to the output. */
  abstract updateGradInput(input: I, gradOutput: O): I;

  /** Adds `scale` times the gradients with respect to the parameters to those that are there. */
  accGradParameters(_input: I, _gradOutput: O, _scale = 1): void {}

  /** The output for an input: {@link updateOutput}. */
  forward(input: I): O {
    return this.updateOutput(input);
  }

  /**
   * The whole backward step: {@link updateGradInput}, then {@link accGradParameters}.
   *
   * @param input the input of the last forward, with the same values
   * @param gradOutput the gradient of the loss with respect to {@link output}
   * @param scale a factor for the gradients of the parameters; {@link gradInput} does not feel it
   * @returns {@link gradInput}
   */
  backward(input: I, gradOutput: O, scale = 1): I {
    this.updateGradInputIfNeeded(input, gradOutput);
    this.accGradParameters(input, gradOutput, scale);
    return this.gradInput;
  }

  /**
   * The whole backward step with an update on the way: {@link updateGradInput}, then {@link accUpdateGradParameters}.
   */
  backwardUpdate(input: I, gradOutput: O, learningRate: number): I {
    this.updateGradInputIfNeeded(input, gradOutput);
    this.accUpdateGradParameters(input, gradOutput, learningRate);
    return this.gradInput;
  }

  /**
   * {@link updateGradInput}, unless {@link needsGradInput} is false: then {@link gradInput} is emptied. A container
   * still computes the gradients that flow inside it.
   */
  updateGradInputIfNeeded(input: I, gradOutput: O): I {
    if (this.needsGradInput) return this.updateGradInput(input, gradOutput);
    this.gradInput = emptied(this.gradInput);
    return this.gradInput;
  }

  /**
   * Moves the parameters against their gradients at once: θ ← θ − learningRate·∂loss/∂θ. A module that shares
   * parameters, or has others than weight and bias, goes through its gradient buffers and overwrites them; any other
   * leaves them alone.
   */
  accUpdateGradParameters(input: I, gradOutput: O, learningRate: number): void {
    const [parameters] = this.parameters();
    const direct = parameters.every((parameter) => parameter === this.weight || parameter === this.bias);
    if (this.shared || !direct) this.sharedAccUpdateGradParameters(input, gradOutput, learningRate);
    else this.defaultAccUpdateGradParameters(input, gradOutput, learningRate);
  }

  /** {@link accUpdateGradParameters} without gradient buffers: accumulates into the parameters themselves. */
  protected defaultAccUpdateGradParameters(input: I, gradOutput: O, learningRate: number): void {
    const { gradWeight, gradBias } = this;
    this.gradWeight = this.weight;
    this.gradBias = this.bias;
    try {
      this.accGradParameters(input, gradOutput, -learningRate);
    } finally {
      this.gradWeight = gradWeight;
      this.gradBias = gradBias;
    }
  }

  /** {@link accUpdateGradParameters} through the gradient buffers, which it overwrites. */
  protected sharedAccUpdateGradParameters(input: I, gradOutput: O, learningRate: number): void {
    this.zeroGradParameters();
    this.accGradParameters(input, gradOutput, 1);
    this.updateParameters(learningRate);
  }

  /**
   * The parameters and their gradients, two lists in one order: weight, then bias. Both are empty for a module without
   * any. The tensors are the module's own, not copies.
   */
  parameters(): ParameterLists {
    const lists: ParameterLists = [[], []];
    for (const [parameter, gradient] of [
      [this.weight, this.gradWeight],
      [this.bias, this.gradBias],
    ]) {
      if (parameter === undefined || gradient === undefined) continue;
      lists[0].push(parameter);
      lists[1].push(gradient);
    }
    return lists;
  }

  /**
   * What the module learns of its inputs besides the parameters: float tensors that forward changes in training and that
   * evaluation uses, in one order; none for most modules. They are the module's own, not copies. What computes a batch in parts
   * joins those of the parts.
   *
   * @example
   * ```ts
   * import { Module } from "@rushlight/module";
   * import { Tensor, tensor } from "@rushlight/tensor";
   *
   * class Centred extends Module {
   *   runningMean = new Tensor([1]);
   *   updateOutput(input: Tensor): Tensor {
   *     if (this.train) this.runningMean.mul(0.5).add(0.5 * input.mean());
   *     return this.output.resizeAs(input).copy(input).add(-this.runningMean.get(0));
   *   }
   *   updateGradInput(_input: Tensor, gradOutput: Tensor): Tensor {
   *     return this.gradInput.resizeAs(gradOutput).copy(gradOutput);
   *   }
   *   override statistics(): Tensor[] {
   *     return [this.runningMean];
   *   }
   * }
   * const centred = new Centred();
   * centred.forward(tensor([1, 3]));
   * console.log(centred.statistics()[0].toArray()); // [ 1 ]
   * ```
   */
  statistics(): Tensor[] {
    return [];
  }

  /**
   * All parameters as one flat vector, and all gradients as another: the module's own tensors become views of them, so
   * changing a vector changes the network. Shared parameters appear once.
   *
   * Asking again gives the same memory. The vectors go stale when parameters are replaced: by `type`, by
   * {@link share}, or by asking a network that holds only part of these parameters in another order. Share first, then
   * ask once, for the whole network.
   *
   * @returns `[parameters, gradParameters]`, equally long
   * @throws ShapeError when the gradients are not laid out as the parameters are, as when weights are shared without
   * their gradients
   */
  getParameters(): [parameters: Tensor, gradParameters: Tensor] {
    return flattenParameters(`${this.describe()}.getParameters`, this.parameters());
  }

  /** {@link getParameters} by the name that says what it does. */
  flattenParameters(): [parameters: Tensor, gradParameters: Tensor] {
    return this.getParameters();
  }

  /** Sets the gradients of all parameters to zero. {@link backward} adds to them, so call this before each step. */
  zeroGradParameters(): void {
    for (const gradient of this.parameters()[1]) gradient.zero();
  }

  /** One step of plain gradient descent: θ ← θ − learningRate·∂loss/∂θ. Shared parameters move once. */
  updateParameters(learningRate: number): void {
    this.moveParameters(learningRate, new MovedParameters());
  }

  /**
   * The part of {@link updateParameters} that a module has in an update of the network around it. A module that need not
   * walk through all of its parameters overrides it.
   *
   * @param moved the parameters that others have moved already
   */
  moveParameters(learningRate: number, moved: MovedParameters): void {
    const [parameters, gradients] = this.parameters();
    for (const [i, parameter] of parameters.entries()) {
      if (moved.add(parameter)) parameter.add(-learningRate, gradients[i]);
    }
  }

  /** Switches to training mode. */
  training(): this {
    this.train = true;
    return this;
  }

  /** Switches to evaluation mode. */
  evaluate(): this {
    this.train = false;
    return this;
  }

  /**
   * Makes named tensors of this module share memory with those of another: `twin.share(first, "weight", "bias",
   * "gradWeight", "gradBias")`. Share gradients together with their parameters.
   *
   * @throws ArgumentError when only one of the two modules has a tensor of that name
   */
  share(other: AnyModule, ...names: readonly string[]): this {
    if (shareFields(this, other, names)) {
      this.shared = true;
      other.shared = true;
    }
    return this;
  }

  /**
   * A deep copy. Tensors that share memory inside the module share it inside the copy.
   *
   * @param names tensors that the copy shares with this module instead, as by {@link share}
   */
  clone(...names: readonly string[]): this {
    const copy = deepClone(this);
    return names.length > 0 ? copy.share(this, ...names) : copy;
  }

  /**
   * Draws the parameters anew.
   *
   * @param _standardDeviation of the new values; the module's own choice when left out
   */
  reset(_standardDeviation?: number): this {
    return this;
  }

  /** Lets go of {@link output}, {@link gradInput} and other buffers, as before saving. Parameters stay. */
  clearState(): this {
    this.output = emptied(this.output);
    this.gradInput = emptied(this.gradInput);
    return this;
  }

  /** The modules inside this one; none unless it is a container. */
  children(): readonly AnyModule[] {
    return [];
  }

  /** Calls a function with this module, then with all modules inside it, depth first. */
  apply(visit: (module: AnyModule) => void): this {
    for (const module of this.listModules()) visit(module);
    return this;
  }

  /**
   * Replaces this module, then the modules inside it, by what a function gives for them.
   *
   * @returns what the function gives for this module; modules inside a container that it newly gives are not visited
   */
  replace(substitute: (module: AnyModule) => AnyModule): AnyModule {
    return substitute(this);
  }

  /** This module and all modules inside it, depth first. */
  listModules(): AnyModule[] {
    return [this, ...this.children().flatMap((child) => child.listModules())];
  }

  /**
   * All modules of exactly one class, depth first.
   *
   * @returns `[modules, containers]`: the modules found, and for each the module that holds it (itself at the top)
   */
  findModules<M extends AnyModule>(
    type: abstract new (...args: never[]) => M,
  ): [modules: M[], containers: AnyModule[]] {
    const found: M[] = [];
    const holders: AnyModule[] = [];
    const visit = (module: AnyModule, holder: AnyModule): void => {
      if (module instanceof type && module.constructor === type) {
        found.push(module);
        holders.push(holder);
      }
      for (const child of module.children()) visit(child, module);
    };
    visit(this, this);
    return [found, holders];
  }

  /** The class and settings as Torch prints them: `nn.Linear(10 -> 5)`. */
  override toString(): string {
    return `nn.${this.constructor.name}`;
  }

  /** What messages call this module: `Linear(10 → 5)`. */
  describe(): string {
    return this.toString().split("\n")[0].replace(/^nn\./, "").replaceAll(" -> ", " → ");
  }
}

/** Until its first call, a module that does not say otherwise has empty tensors. */
function nothingYet<A extends Activation>(): A;
function nothingYet(): Activation {
  return new Tensor([], { resident: true });
}

// What console.log shows in Node.
Object.defineProperty(Module.prototype, Symbol.for("nodejs.util.inspect.custom"), {
  value(this: AnyModule): string {
    return this.toString();
  },
});
