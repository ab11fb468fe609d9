import {
  add,
  cmul,
  exp,
  type FloatDType,
  Generator,
  log,
  mapInto,
  sigmoid,
  sqrt,
  Tensor,
  tanh,
  useBackend,
} from "@rushlight/tensor";
import type { Comparison } from "../../harness/Comparison.ts";
import { on } from "../on.ts";
import { theWasmBackend } from "../theWasmBackend.ts";
import { useEverything } from "./variety.ts";

/**
 * What the kernels read and write in a second, beside `set`, which does nothing else. Speeds count every byte that is read
 * and every byte that is written; copying moves as many as the function does.
 */
export function bandwidths(dtype: FloatDType, count: number): Comparison[] {
  const wasm = theWasmBackend();
  useBackend(wasm);
  useEverything();
  const generator = new Generator(1);
  const random = (length: number): Tensor =>
    new Tensor([length], { dtype, resident: true }).uniform(0.1, 1, { generator });
  const [x, y, out] = [random(count), random(count), random(count)];
  // A function of two operands reads and writes three arrays: as copying one and a half does.
  const [from, to] = [random(1.5 * count), random(1.5 * count)];
  const bytes = dtype === "float32" ? 4 : 8;

  const compare = (name: string, operands: 2 | 3, compute: () => unknown): Comparison => {
    const copied = (operands / 2) * count;
    const work = operands * count * bytes;
    const [read, written] = [from.data.subarray(0, copied), to.data.subarray(0, copied)];
    return {
      name: `${dtype} ${name}`,
      unit: "GB/s",
      alternatives: [
        { name: "set", work, run: () => written.set(read) },
        { name: "wasm", work, run: on(wasm, compute) },
      ],
    };
  };
  return [
    compare("ReLU", 2, () => mapInto("ReLU", "threshold", x, out, 0.5, 0)),
    compare("exp(x, { out })", 2, () => exp(x, { out })),
    compare("tanh(x, { out })", 2, () => tanh(x, { out })),
    compare("sigmoid(x, { out })", 2, () => sigmoid(x, { out })),
    compare("log(x, { out })", 2, () => log(x, { out })),
    compare("sqrt(x, { out })", 2, () => sqrt(x, { out })),
    compare("add(x, y, { out })", 3, () => add(x, y, { out })),
    compare("cmul(x, y, { out })", 3, () => cmul(x, y, { out })),
  ];
}
