import { ArgumentError, checkIndex, type Tensor } from "@rushlight/tensor";
import type { Activation } from "../activation/Activation.ts";
import { type AnyModule, Module } from "../module/Module.ts";
import type { MovedParameters } from "../parameters/MovedParameters.ts";
import type { ParameterLists } from "../parameters/ParameterLists.ts";
import { locateError } from "./errorPath.ts";

/**
 * A module made of modules: the base class of Torch's containers.
 *
 * It passes on to its children what concerns them all, in order, and adds to every error that comes out of a child where
 * in the network that child is.
 */
export abstract class Container<I extends Activation = Activation, O extends Activation = Activation> extends Module<
  I,
  O
> {
  /** The modules inside, in order. */
  modules: AnyModule[] = [];

  /**
   * The module at a position; negative positions count from the end.
   *
   * @typeParam M what the caller knows it to be; a module from tensor to tensor when left out
   * @throws IndexError when there is none
   */
  get<M extends AnyModule = Module>(index: number): M {
    return this.modules[checkIndex(`${this.describe()}.get`, index, this.modules.length)] as M;
  }

  /** How many modules there are inside, not counting those inside them. */
  size(): number {
    return this.modules.length;
  }

  override children(): readonly AnyModule[] {
    return this.modules;
  }

  override parameters(): ParameterLists {
    const lists: ParameterLists = [[], []];
    for (const module of this.modules) {
      const [parameters, gradients] = module.parameters();
      lists[0].push(...parameters);
      lists[1].push(...gradients);
    }
    return lists;
  }

  override statistics(): Tensor[] {
    return this.modules.flatMap((module) => module.statistics());
  }

  override zeroGradParameters(): void {
    for (const module of this.modules) module.zeroGradParameters();
  }

  override moveParameters(learningRate: number, moved: MovedParameters): void {
    // A container that says itself what its parameters are has them moved as it says.
    if (saysItself(this)) super.moveParameters(learningRate, moved);
    else for (const module of this.modules) module.moveParameters(learningRate, moved);
  }

  override updateGradInputIfNeeded(input: I, gradOutput: O): I {
    return this.updateGradInput(input, gradOutput);
  }

  override training(): this {
    for (const module of this.modules) module.training();
    return super.training();
  }

  override evaluate(): this {
    for (const module of this.modules) module.evaluate();
    return super.evaluate();
  }

  /**
   * Shares the named tensors of all modules inside with those of another container built alike.
   *
   * @throws ArgumentError when the two are not built alike
   */
  override share(other: AnyModule, ...names: readonly string[]): this {
    const others = other.children();
    if (others.length !== this.modules.length) {
      throw new ArgumentError(
        `share: expected a ${this.describe()} of ${this.modules.length} modules, got ${other.describe()} of ${others.length}`,
      );
    }
    for (const [i, module] of this.modules.entries()) module.share(others[i], ...names);
    return this;
  }

  override reset(standardDeviation?: number): this {
    for (const module of this.modules) module.reset(standardDeviation);
    return this;
  }

  override clearState(): this {
    for (const module of this.modules) module.clearState();
    return super.clearState();
  }

  override replace(substitute: (module: AnyModule) => AnyModule): AnyModule {
    const replacement = substitute(this);
    this.modules = this.modules.map((module) => module.replace(substitute));
    return replacement;
  }

  override describe(): string {
    return this.constructor.name;
  }

  /** The output of a child. */
  protected childOutput(index: number, input: Activation): Activation {
    try {
      return this.modules[index].updateOutput(input);
    } catch (error) {
      throw this.locate(error, index);
    }
  }

  /**
   * The input gradient of a child; empty when the child does not need one.
   *
   * @param needed whether this container needs it
   */
  protected childGradInput(index: number, input: Activation, gradOutput: Activation, needed = true): Activation {
    const module = this.modules[index];
    const { needsGradInput } = module;
    try {
      module.needsGradInput = needsGradInput && needed;
      return module.updateGradInputIfNeeded(input, gradOutput);
    } catch (error) {
      throw this.locate(error, index);
    } finally {
      module.needsGradInput = needsGradInput;
    }
  }

  /** Lets a child add to the gradients of its parameters. */
  protected childAccGradParameters(index: number, input: Activation, gradOutput: Activation, scale: number): void {
    try {
      this.modules[index].accGradParameters(input, gradOutput, scale);
    } catch (error) {
      throw this.locate(error, index);
    }
  }

  /**
   * The whole backward step of a child, which gives its input gradient; empty when the child does not need one.
   *
   * @param needed whether this container needs it
   */
  protected childBackward(
    index: number,
    input: Activation,
    gradOutput: Activation,
    scale: number,
    needed = true,
  ): Activation {
    const module = this.modules[index];
    const { needsGradInput } = module;
    try {
      module.needsGradInput = needsGradInput && needed;
      return module.backward(input, gradOutput, scale);
    } catch (error) {
      throw this.locate(error, index);
    } finally {
      module.needsGradInput = needsGradInput;
    }
  }

  /** Lets a child move its parameters at once. */
  protected childAccUpdate(index: number, input: Activation, gradOutput: Activation, learningRate: number): void {
    try {
      this.modules[index].accUpdateGradParameters(input, gradOutput, learningRate);
    } catch (error) {
      throw this.locate(error, index);
    }
  }

  private locate(error: unknown, index: number): unknown {
    return locateError(error, this.describe(), index, this.modules[index].describe());
  }
}

// Outside the class: bundlers give another name to a class that names itself, and modules print their class.
function saysItself(container: AnyModule): boolean {
  return container.parameters !== Container.prototype.parameters;
}
