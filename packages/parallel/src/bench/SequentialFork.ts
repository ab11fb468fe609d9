import type { Kernel } from "../threads/callKernel.ts";
import { type Fork, partsAmong } from "../threads/Fork.ts";

/** Divides jobs as threads do, but computes one part after the other in this thread, and tells how long they take. */
export class SequentialFork implements Fork {
  /** How long each part of the last job took, in milliseconds; none when nothing was divided. */
  times: number[] = [];
  private readonly threads: number;
  private readonly queue: number[][] = [];
  private results: number[] = [];

  constructor(threads: number) {
    this.threads = threads;
  }

  /** Forgets the last job. */
  reset(): void {
    this.times = [];
  }

  /** Nobody asks for it: the kernel itself is given to {@link run}. */
  numberOf(): number {
    return 0;
  }

  /** As many parts as threads make of it. */
  partsFor(work: number, leastPerPart: number, most: number): number {
    return partsAmong(this.threads, work, leastPerPart, most);
  }

  /** Adds a part to the job that comes next. */
  put(...operands: number[]): void {
    this.queue.push(operands);
  }

  /** Computes the parts that were put. */
  run(_number: number, kernel: Kernel): number {
    // Taken out first: what a kernel throws must not leave them to the next job.
    this.results = this.queue.splice(0).map((operands) => {
      const start = performance.now();
      const result = kernel(...operands);
      this.times.push(performance.now() - start);
      return result;
    });
    return 0;
  }

  /** What a part of the last job gave. */
  result(part: number): number {
    return this.results[part];
  }
}
