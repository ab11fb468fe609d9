import { setImmediate } from "node:timers/promises";

/**
 * Lets signals and timers through a loop that computes without a pause: now and then it waits for one turn of the event
 * loop, which costs microseconds.
 */
export class Breather {
  private last: number = performance.now();
  private readonly interval: number;

  /** @param interval how many milliseconds to compute between two breaths */
  constructor(interval = 50) {
    this.interval = interval;
  }

  /** Waits for a turn of the event loop when the last one is long enough ago. */
  async breathe(): Promise<void> {
    if (performance.now() - this.last < this.interval) return;
    await setImmediate();
    this.last = performance.now();
  }
}
