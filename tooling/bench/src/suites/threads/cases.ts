import * as nn from "@rushlight/nn";
import { adam } from "@rushlight/optim";
import { add, Generator, Tensor, tanh } from "@rushlight/tensor";
import { passThrough } from "../../peers/rushlight/repeat.ts";
import type { SingleLayer } from "../../workloads/Workload.ts";
import { productOf } from "../gemm/productOf.ts";
import { operationsOf, shapes, titleOfShape } from "../gemm/shapes.ts";

/** Something that is computed on one thread and on several. */
export interface Case {
  readonly name: string;
  /** How many operations it is, where speeds are told. */
  readonly work?: number;
  /** The speed-up that it must reach, where that is more than no loss. */
  readonly atLeast?: number;
  readonly run: () => unknown;
}

/** The product that threads must pay for. */
const LARGE_PRODUCT = { name: "512", atLeast: 1.85 };

/**
 * Operations of sizes around those from which they are divided, and large ones. Each is divided from where two parts are of
 * two microseconds: the sizes right below and right above that are those where a loss would show.
 */
export function cases(): Case[] {
  return [
    ...products(),
    ...[3_000, 4_096, 16_384, 1_000_000].map((count) => elementwise("tanh(x, { out })", count, tanhOf)),
    ...[30_000, 40_000, 100_000, 1_000_000].map((count) => elementwise("add(x, y, { out })", count, sumOf)),
    ...[16_384, 40_000, 100_000, 1_000_000].map((count) => elementwise("x.sum()", count, totalOf)),
    ...[
      [256, 10],
      [512, 10],
      [1000, 1000],
    ].map(([rows, columns]) => softMax(rows, columns)),
    ...[8_000, 10_000, 40_000, 1_000_000].map(adamStep),
    ...layer("batchNormalization", "batch normalisation", [
      [8, 16, 8, 8],
      [16, 32, 9, 9],
      [32, 64, 28, 28],
    ]),
    ...layer("maxPooling", "max pooling", [
      [4, 8, 14, 14],
      [4, 8, 20, 20],
      [32, 64, 28, 28],
    ]),
    ...layer("averagePooling", "average pooling", [
      [4, 8, 14, 14],
      [4, 8, 20, 20],
      [32, 64, 28, 28],
    ]),
  ];
}

function products(): Case[] {
  return shapes
    .filter(({ name }) => name !== "32")
    .map((shape) => ({
      name: `product ${titleOfShape(shape)}`,
      work: operationsOf(shape),
      ...(shape.name === LARGE_PRODUCT.name ? { atLeast: LARGE_PRODUCT.atLeast } : {}),
      run: productOf("float32", shape),
    }));
}

type Operation = (x: Tensor, y: Tensor, out: Tensor) => unknown;

const tanhOf: Operation = (x, _, out) => tanh(x, { out });
const sumOf: Operation = (x, y, out) => add(x, y, { out });
const totalOf: Operation = (x) => x.sum();

function elementwise(name: string, count: number, operation: Operation): Case {
  const [x, y, out] = [random(count), random(count), random(count)];
  return { name: `${name}, ${count}`, run: () => operation(x, y, out) };
}

function softMax(rows: number, columns: number): Case {
  const module = new nn.LogSoftMax();
  const x = random(rows, columns);
  return { name: `log soft-max, ${rows}x${columns}`, run: () => module.forward(x) };
}

function adamStep(count: number): Case {
  const [x, gradient] = [random(count), random(count)];
  const evaluation = (): readonly [number, Tensor] => [0, gradient];
  // The parameters stay what they are: numbers that grow or vanish take other paths.
  const config = { learningRate: 1e-12 };
  return { name: `Adam, ${count}`, run: () => adam(evaluation, x, config) };
}

function layer(kind: SingleLayer["layer"], name: string, sizes: readonly SingleLayer["size"][]): Case[] {
  return sizes.map((size) => ({ name: `${name}, ${size.join("x")}`, run: passThrough({ layer: kind, size }) }));
}

function random(...size: readonly number[]): Tensor {
  const generator = new Generator(1);
  return new Tensor([...size], { resident: true }).uniform(-1, 1, { generator });
}
