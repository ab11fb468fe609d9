import type { LoopTask } from "./threads/LoopTask.ts";
import { runLoop } from "./threads/runLoop.ts";

/**
 * What workers of `startThreads` run. The task ends at once, so that it does not keep the process from exiting; the loop goes
 * on until it is stopped.
 */
export default function kernelLoop(task: LoopTask): void {
  setImmediate(runLoop, task);
}

/** Ends once this worker has left its loop: until then, it takes no task. */
export function outside(): void {}
