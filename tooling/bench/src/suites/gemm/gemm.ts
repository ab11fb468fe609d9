import { type Backend, type FloatDType, useBackend } from "@rushlight/tensor";
import type { WasmBackend } from "@rushlight/wasm";
import { multiplyAddLoop, OPERATIONS_PER_ITERATION } from "@rushlight/wasm/bench";
import type { Alternative, Comparison } from "../../harness/Comparison.ts";
import { on } from "../on.ts";
import type { Suite } from "../Suite.ts";
import { theWasmBackend } from "../theWasmBackend.ts";
import { findBlas } from "./findBlas.ts";
import { productOf } from "./productOf.ts";
import { operationsOf, type Shape, shapes, titleOfShape } from "./shapes.ts";

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
  useBackend(wasm);
  const product = productOf(dtype, shape);
  const work = operationsOf(shape);
  const target = dtype === "float32" && shape.name === TARGET.size ? { target: TARGET } : {};
  const alternatives: Alternative[] = [{ name: "wasm", work, run: on(wasm, product), ...target }];
  if (blas !== undefined) alternatives.push({ name: "blas", work, run: on(blas, product) });
  return {
    name: `${dtype} ${titleOfShape(shape)}`,
    unit: "GFLOP/s",
    alternatives: [loop(dtype, wasm), ...alternatives],
  };
}

/** A vector holds half as many float64 elements as float32, so the same loop stands for half the operations. */
function loop(dtype: FloatDType, { instructions }: WasmBackend): Alternative {
  const run = multiplyAddLoop(instructions);
  const operations = dtype === "float32" ? OPERATIONS_PER_ITERATION : OPERATIONS_PER_ITERATION / 2;
  return { name: "loop", work: ITERATIONS * operations, run: () => run(ITERATIONS) };
}
