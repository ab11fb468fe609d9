import { Piscina } from "piscina";
import { lineThrough } from "../model/Line.ts";
import { lowerQuartile } from "./lowerQuartile.ts";
import type { Pace } from "./timeOf.ts";

/** What tasks cost that do nothing, in milliseconds. */
export interface MessageCosts {
  /** A task for an idle worker, from the call to its answer. */
  readonly message: number;
  /** How much later the last answer comes for each further task. */
  readonly nextMessage: number;
}

/** Numbers of tasks at a time. */
const TASKS = [1, 2, 4, 8, 16, 32];

/** Measures what it takes to give tasks to the worker of a pool. */
export async function messageCosts(filename: string, pace: Pace): Promise<MessageCosts> {
  // All tasks are sent at once, as they are to several workers: none waits for the answer to another.
  const concurrentTasksPerWorker = Math.max(...TASKS);
  const pool = new Piscina({ filename, minThreads: 1, maxThreads: 1, concurrentTasksPerWorker });
  // As large as what a worker is told of a slice.
  const task = { input: [0, 0, 0, 0], target: [0, 0, 0], gradients: [0, 0], start: 0, length: 0, seed: 0 };
  const points: [number, number][] = [];
  for (const count of TASKS) {
    const times: number[] = [];
    for (let round = 0; round < 20 * pace.fewest; round++) {
      const start = performance.now();
      await Promise.all(Array.from({ length: count }, () => pool.run(task)));
      times.push(performance.now() - start);
    }
    // The first rounds warm it up.
    points.push([count - 1, lowerQuartile(times.slice(4 * pace.fewest))]);
  }
  await pool.destroy();
  const [[, message]] = points;
  return { message, nextMessage: Math.max(0, lineThrough(points).slope) };
}
