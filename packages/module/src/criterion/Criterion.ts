import { defaultDtype, type FloatDType, Tensor } from "@rushlight/tensor";
import type { Activation } from "../activation/Activation.ts";
import { ConversionCache } from "../copying/ConversionCache.ts";
import { convertFields } from "../copying/convertFields.ts";
import { deepClone } from "../copying/deepClone.ts";

/**
 * A loss: a number that says how far an input is from a target, and its gradient. The base class of Torch's criterions.
 *
 * @typeParam I what it takes from the network
 * @typeParam T what that is compared with
 */
export abstract class Criterion<I extends Activation = Tensor, T = Tensor> {
  /** The loss that the last forward gave. */
  output = 0;
  /** The gradient with respect to the input, from the last backward; overwritten by the next. */
  gradInput: I = nothingYet<I>();

  private floatDtype: FloatDType = defaultDtype();

  /** Computes {@link output}. */
  abstract updateOutput(input: I, target: T): number;

  /** Computes {@link gradInput}. */
  abstract updateGradInput(input: I, target: T): I;

  /** The loss: {@link updateOutput}. */
  forward(input: I, target: T): number {
    return this.updateOutput(input, target);
  }

  /** The gradient of the loss with respect to the input: {@link updateGradInput}. */
  backward(input: I, target: T): I {
    return this.updateGradInput(input, target);
  }

  /** A deep copy. */
  clone(): this {
    return deepClone(this);
  }

  /** The dtype that this criterion computes in. */
  type(): FloatDType;
  /** Converts all float tensors of the criterion to another dtype. */
  type(dtype: FloatDType, cache?: ConversionCache): this;
  type(dtype?: FloatDType, cache: ConversionCache = new ConversionCache()): FloatDType | this {
    if (dtype === undefined) return this.floatDtype;
    convertFields(this, dtype, cache);
    this.floatDtype = dtype;
    return this;
  }

  /** `type("float32")`. */
  float(): this {
    return this.type("float32");
  }

  /** `type("float64")`. */
  double(): this {
    return this.type("float64");
  }

  /** The class as Torch prints it: `nn.MSECriterion`. */
  toString(): string {
    return `nn.${this.constructor.name}`;
  }
}

function nothingYet<A extends Activation>(): A;
function nothingYet(): Activation {
  return new Tensor();
}
