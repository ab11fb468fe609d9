import {
  add,
  cmul,
  exp,
  type FloatDType,
  Generator,
  mul,
  plainBackend,
  Tensor,
  type TypedArrayOf,
  useBackend,
} from "@rushlight/tensor";
import type { Comparison } from "../../harness/Comparison.ts";
import { on } from "../on.ts";
import type { Suite } from "../Suite.ts";
import { bandwidths } from "./bandwidths.ts";
import { loops32 } from "./loops32.ts";
import { loops64 } from "./loops64.ts";
import { useEverything } from "./variety.ts";

const COUNT = 1_000_000;

/** Element-wise math and sums of large tensors: the plain backend beside loops, the WebAssembly backend beside copying. */
export const elementwise: Suite = {
  name: "elementwise",
  about: `${COUNT.toLocaleString("en")} elements: plain beside hand-written loops, wasm beside copying`,
  prepare() {
    useBackend(plainBackend);
    useEverything();
    const besideLoops = [...comparisons("float64", loops64), ...comparisons("float32", loops32)];
    const besideCopies = [...bandwidths("float64", COUNT), ...bandwidths("float32", COUNT)];
    return { comparisons: [...besideLoops, ...besideCopies] };
  },
};

/** The hand-written loops for one kind of array. */
interface Loops<A> {
  add(x: A, y: A): void;
  addInto(x: A, y: A, out: A): void;
  scale(x: A, factor: number): void;
  scaleInto(x: A, factor: number, out: A): void;
  multiply(x: A, y: A): void;
  multiplyInto(x: A, y: A, out: A): void;
  sum(x: A): number;
  expOf(x: A, y: A): void;
  expInto(x: A, out: A): void;
}

function comparisons<D extends FloatDType>(dtype: D, loops: Loops<TypedArrayOf<D>>): Comparison[] {
  const generator = new Generator(1);
  const random = (from: number, to: number): Tensor<D> =>
    new Tensor<D>([COUNT], { dtype }).uniform(from, to, { generator });
  // Near 1 and of both signs, so that millions of changes in place neither overflow nor vanish.
  const [x, y] = [random(-1, 1), random(0.9999, 1.0001)];
  const out = new Tensor<D>([COUNT], { dtype });
  // Both sides compute on the same memory: what lies in a cache lies there for both. The loops take their arrays out of a
  // list, because an array that never changes becomes part of the compiled code, which no program's data does.
  const arrays: TypedArrayOf<D>[] = [x.data, y.data, out.data];
  const compare = (name: string, byHand: () => unknown, ours: () => unknown): Comparison => ({
    name: `${dtype} ${name}`,
    alternatives: [
      { name: "loop", run: byHand },
      { name: "plain", run: on(plainBackend, ours) },
    ],
  });
  return [
    compare(
      "x.add(y)",
      () => loops.add(arrays[0], arrays[1]),
      () => x.add(y),
    ),
    compare(
      "add(x, y, { out })",
      () => loops.addInto(arrays[0], arrays[1], arrays[2]),
      () => add(x, y, { out }),
    ),
    compare(
      "x.mul(-1)",
      () => loops.scale(arrays[0], -1),
      () => x.mul(-1),
    ),
    compare(
      "mul(x, 2, { out })",
      () => loops.scaleInto(arrays[0], 2, arrays[2]),
      () => mul(x, 2, { out }),
    ),
    compare(
      "x.cmul(y)",
      () => loops.multiply(arrays[0], arrays[1]),
      () => x.cmul(y),
    ),
    compare(
      "cmul(x, y, { out })",
      () => loops.multiplyInto(arrays[0], arrays[1], arrays[2]),
      () => cmul(x, y, { out }),
    ),
    compare(
      "x.sum()",
      () => loops.sum(arrays[0]),
      () => x.sum(),
    ),
    compare(
      "out.copy(y).exp()",
      () => loops.expOf(arrays[2], arrays[1]),
      () => out.copy(y).exp(),
    ),
    compare(
      "exp(y, { out })",
      () => loops.expInto(arrays[1], arrays[2]),
      () => exp(y, { out }),
    ),
  ];
}
