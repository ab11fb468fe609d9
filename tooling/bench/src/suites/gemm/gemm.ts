import { type Backend, type FloatDType, Generator, Tensor, useBackend } from "@rushlight/tensor";
import type { WasmBackend } from "@rushlight/wasm";
import { multiplyAddLoop, OPERATIONS_PER_ITERATION } from "@rushlight/wasm/bench";
import type { Alternative, Comparison } from "../../harness/Comparison.ts";
import { on } from "../on.ts";
import type { Suite } from "../Suite.ts";
import { theWasmBackend } from "../theWasmBackend.ts";
import { findBlas } from "./findBlas.ts";
import { type Shape, shapes } from "./shapes.ts";

const ITERATIONS = 20_000;
/** The share of the loop's speed that a float32 product of this size must reach. */
const TARGET = { size: "512", ratioAtLeast: 0.85 };

/** Matrix products beside a loop of multiply-adds in registers. */
export const gemm: Suite = {
  name: "gemm",
  about: "matrix products (addmm into resident tensors) beside multiply-adds in registers",
  prepare() {
    const wasm = theWasmBackend();
    const blas = findBlas();
    const comparisons = (["float32", "float64"] as const).flatMap((dtype) =>
      shapes.map((shape) => compare(dtype, shape, wasm, typeof blas === "string" ? undefined : blas)),
    );
    return { comparisons, remarks: typeof blas === "string" ? [`blas is left out: ${blas}`] : [] };
  },
};

function compare(dtype: FloatDType, shape: Shape, wasm: WasmBackend, blas: Backend | undefined): Comparison {
  const { m, n, k } = shape;
  useBackend(wasm);
  const product = productOf(dtype, shape);
  const work = 2 * m * n * k;
  const target = dtype === "float32" && shape.name === TARGET.size ? { target: TARGET } : {};
  const alternatives: Alternative[] = [{ name: "wasm", work, run: on(wasm, product), ...target }];
  if (blas !== undefined) alternatives.push({ name: "blas", work, run: on(blas, product) });
  const size = m === n && n === k ? shape.name : `${shape.name} ${m}x${n}x${k}`;
  return { name: `${dtype} ${size}`, unit: "GFLOP/s", alternatives: [loop(dtype, wasm), ...alternatives] };
}

/** A vector holds half as many float64 elements as float32, so the same loop stands for half the operations. */
function loop(dtype: FloatDType, { instructions }: WasmBackend): Alternative {
  const run = multiplyAddLoop(instructions);
  const operations = dtype === "float32" ? OPERATIONS_PER_ITERATION : OPERATIONS_PER_ITERATION / 2;
  return { name: "loop", work: ITERATIONS * operations, run: () => run(ITERATIONS) };
}

function productOf(dtype: FloatDType, { m, n, k, transposed }: Shape): () => Tensor {
  const generator = new Generator(1);
  const random = (rows: number, columns: number): Tensor<FloatDType> =>
    new Tensor<FloatDType>([rows, columns], { dtype, resident: true }).uniform(-1, 1, { generator });
  const a = transposed === "a" ? random(k, m).t() : random(m, k);
  const b = transposed === "b" ? random(n, k).t() : random(k, n);
  const out = new Tensor<FloatDType>([m, n], { dtype, resident: true });
  return () => out.addmm(0, 1, a, b);
}
