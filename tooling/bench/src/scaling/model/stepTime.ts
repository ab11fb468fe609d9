import { type Bandwidth, bandwidthOf } from "./Bandwidth.ts";
import { type Line, valueAt } from "./Line.ts";

/** A call of a kernel in a training step, as so many threads divide it. */
export interface DividedCall {
  readonly kernel: string;
  /** How many parts it has; 1 when it is not divided. */
  readonly parts: number;
  /** How long its longest part takes on a core of its own, in milliseconds. */
  readonly longest: number;
  /** The bytes that it moves between memory and core, where they are more than a core's own caches hold; else 0. */
  readonly bytes: number;
}

/** What the machine costs beside what is computed. */
export interface Costs {
  /** Handing out parts and waiting for them, in milliseconds, by the number of parts. */
  readonly forkJoin: Line;
  /** What comes to it in a training step, whose data other cores have. */
  readonly moving: number;
  readonly bandwidth: Bandwidth;
}

/**
 * T = serial + Σ over calls of max(longest part, bytes / bandwidth of the parts) + fork-join of the parts + moving. A call that is not
 * divided takes its longest part alone.
 *
 * @param serial what is outside of kernels, in milliseconds
 * @returns milliseconds
 */
export function stepTime(
  serial: number,
  calls: readonly DividedCall[],
  { forkJoin, moving, bandwidth }: Costs,
): number {
  return calls.reduce((time, { parts, longest, bytes }) => {
    if (parts === 1) return time + longest;
    const moved = bytes / bandwidthOf(bandwidth, parts);
    return time + Math.max(longest, moved) + Math.max(0, valueAt(forkJoin, parts)) + moving;
  }, serial);
}

/** How long those calls take on one thread that are divided when there are more. */
export function dividedTime(one: readonly DividedCall[], many: readonly DividedCall[]): number {
  return one.reduce((sum, { longest }, i) => (many[i].parts > 1 ? sum + longest : sum), 0);
}
