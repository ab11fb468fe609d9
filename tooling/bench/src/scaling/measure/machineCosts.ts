import { startThreads } from "@rushlight/parallel";
import { startDividedKernels } from "@rushlight/parallel/bench";
import { Tensor, useBackend } from "@rushlight/tensor";
import type { WasmBackend } from "@rushlight/wasm";
import { fitBandwidth } from "../model/Bandwidth.ts";
import { lineThrough } from "../model/Line.ts";
import type { Costs } from "../model/stepTime.ts";
import { type Pace, shortTimeOf, timeOf } from "./timeOf.ts";

/** Numbers of parts for which it is measured what dividing costs. */
const PARTS = [2, 4, 8, 16, 32, 63];
/** The fewest elements of a part. */
const PART = 64;
/** The elements of arrays that no core's own caches hold. */
const LARGE = 2 ** 20;
/** Two are read and one is written. */
const BYTES = 3 * 4 * LARGE;

/** What was measured of the machine. */
export interface MachineCosts extends Omit<Costs, "moving"> {
  /** What dividing costs, in milliseconds, by the number of parts. */
  readonly points: readonly (readonly [parts: number, time: number])[];
  /** The bytes of a millisecond with one thread, and with two. */
  readonly bandwidths: readonly [one: number, two: number];
  /** How many times as fast as one thread two are at a product that stays in their caches. */
  readonly capacity: number;
}

/** Measures with two threads what handing out parts costs, whoever computes them, and what two threads move at a time. */
export async function machineCosts(backend: WasmBackend, pace: Pace): Promise<MachineCosts> {
  const points: [number, number][] = [];
  const small = new Tensor([PART * 64], { resident: true });
  for (const parts of PARTS) {
    const count = PART * parts;
    const kernels = await startDividedKernels(backend, 2, parts);
    const address = small.storage().data.byteOffset;
    const whole = shortTimeOf(pace, () => kernels.single.fill_f32(count, address, 1));
    const divided = shortTimeOf(pace, () => kernels.divided.fill_f32(count, address, 1));
    points.push([parts, divided - whole]);
    await kernels.close();
  }
  const bandwidths = await bandwidthsOf(backend, pace);
  const capacity = await capacityOf(backend, pace);
  return { points, bandwidths, capacity, forkJoin: lineThrough(points), bandwidth: fitBandwidth(...bandwidths) };
}

/** The rows and columns of a product that threads do nothing but compute at. */
const EXTENT = 192;

async function capacityOf(backend: WasmBackend, pace: Pace): Promise<number> {
  const matrices = Array.from({ length: 3 }, () => new Tensor([EXTENT, EXTENT], { resident: true }).fill(1));
  const threads = await startThreads({ threads: 2 });
  const [one, two] = [backend, threads.backend].map((each) => {
    useBackend(each);
    return timeOf(pace, () => matrices[0].addmm(0, 1, matrices[1], matrices[2]));
  });
  await threads.close();
  useBackend(backend);
  return one / two;
}

async function bandwidthsOf(backend: WasmBackend, pace: Pace): Promise<[number, number]> {
  const arrays = Array.from({ length: 3 }, () => new Tensor([LARGE], { resident: true }).fill(1));
  const { single, divided, close } = await startDividedKernels(backend, 2);
  const [one, two] = [single, divided].map((kernels) =>
    timeOf(pace, () => {
      const [x, y, z] = arrays.map((each) => each.storage().data.byteOffset);
      kernels.zip_add_f32(LARGE, x, 1, y, 1, z, 1, 1, 1);
    }),
  );
  await close();
  return [BYTES / one, BYTES / two];
}
