import type { KernelName, Kernels } from "@rushlight/wasm/threads";
import type { Kernel } from "../callKernel.ts";
import type { Fork } from "../Fork.ts";
import { leastPerPart } from "./leastPerPart.ts";

/** What a family of kernels is divided with. */
export interface Splitter {
  readonly fork: Fork;
  /** The number that workers know the kernel by. */
  readonly number: number;
  /** The kernel itself, which computes a part in this thread. */
  readonly kernel: Kernel;
  /** How many bytes an element has. */
  readonly bytes: number;
  /** From how much work on a part is worth its while, in the unit of the family. */
  readonly least: number;
  /** How much scratch memory workers have, in bytes. */
  readonly scratchBytes: number;
}

/** How kernels are divided. */
export interface SplitSettings {
  /** How much scratch memory each worker has, in bytes. */
  readonly scratchBytes: number;
  /** The nanoseconds that a part should take at least. */
  readonly shortestPart: number;
}

/** The splitter of a kernel. */
export function splitterOf(
  fork: Fork,
  kernels: Kernels,
  name: KernelName,
  { scratchBytes, shortestPart }: SplitSettings,
): Splitter {
  return {
    fork,
    number: fork.numberOf(name),
    kernel: kernels[name],
    bytes: name.endsWith("_f64") ? 8 : 4,
    least: leastPerPart(name, shortestPart),
    scratchBytes,
  };
}

/**
 * Where a part of a count begins, when it is divided into parts of nearly the same size that begin at multiples of a unit.
 *
 * @param part from 0; the part behind the last one begins at the end
 */
export function partStart(count: number, unit: number, parts: number, part: number): number {
  const units = Math.ceil(count / unit);
  return Math.min(count, Math.floor((units * part) / parts) * unit);
}
