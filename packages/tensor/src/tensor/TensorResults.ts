import type { DType } from "../dtype/DType.ts";
import { computeInto, computePairInto, type ResultPlan } from "../result/computeInto.ts";
import type { Size } from "../shape/size.ts";
import type { Tensor } from "./Tensor.ts";
import { TensorLayout } from "./TensorLayout.ts";

/** How the other layers come by new tensors: views, and results in destinations. One of the layers of {@link Tensor}. */
export abstract class TensorResults<D extends DType = DType> extends TensorLayout<D> {
  /** A tensor on the same storage. */
  protected abstract viewAt(offset: number, size: Size, stride: Size): Tensor<D>;

  /** A zero tensor. */
  protected abstract allocate<T extends DType>(dtype: T, size: Size): Tensor<T>;

  /** Computes into a destination, or into a new tensor; see {@link computeInto}. */
  protected computed<T extends DType>(
    plan: ResultPlan<T>,
    out: Tensor<T> | undefined,
    compute: (result: Tensor<T>) => void,
  ): Tensor<T> {
    return computeInto(plan, (dtype, size) => this.allocate(dtype, size), out, compute);
  }

  /** Computes values and indices of one size into two destinations, or into new tensors. */
  protected computedPair<T extends DType>(
    plan: ResultPlan<T>,
    out: readonly [values: Tensor<T>, indices: Tensor<"int32">] | undefined,
    compute: (values: Tensor<T>, indices: Tensor<"int32">) => void,
  ): [values: Tensor<T>, indices: Tensor<"int32">] {
    const allocate = <A extends DType>(dtype: A, size: Size): Tensor<A> => this.allocate(dtype, size);
    return computePairInto(plan, [allocate, allocate], out, compute);
  }
}
