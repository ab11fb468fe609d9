import { type FloatDType, Generator, Tensor } from "@rushlight/tensor";
import type { Shape } from "./shapes.ts";

/** Computes a product of random matrices, all of them resident. */
export function productOf(dtype: FloatDType, { m, n, k, transposed }: Shape): () => Tensor {
  const generator = new Generator(1);
  const random = (rows: number, columns: number): Tensor<FloatDType> =>
    new Tensor<FloatDType>([rows, columns], { dtype, resident: true }).uniform(-1, 1, { generator });
  const a = transposed === "a" ? random(k, m).t() : random(m, k);
  const b = transposed === "b" ? random(n, k).t() : random(k, n);
  const out = new Tensor<FloatDType>([m, n], { dtype, resident: true });
  return () => out.addmm(0, 1, a, b);
}
