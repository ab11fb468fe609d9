import type { Piscina } from "piscina";

/** How long something took, in milliseconds; all 0 before anything was measured. */
export interface TimeStatistics {
  readonly average: number;
  readonly least: number;
  readonly median: number;
  /** Of a hundred, all but one took at most that. */
  readonly percentile99: number;
  readonly most: number;
}

/** How a pool of worker threads is doing. */
export interface PoolStatistics {
  /** How many workers there are. */
  readonly workers: number;
  /** How many of them have nothing to do. */
  readonly idle: number;
  /** How many tasks wait for a worker. */
  readonly queued: number;
  /** How many tasks have ended, failed ones included. */
  readonly completed: number;
  /** How many milliseconds the pool has been there. */
  readonly duration: number;
  /** How much of that time workers were at work, from 0 to 1. */
  readonly utilization: number;
  /** From the moment that a task is sent to a worker until its result is there. */
  readonly runTime: TimeStatistics;
  /** From the moment that a task is asked for until it is sent to a worker. */
  readonly waitTime: TimeStatistics;
}

/** How a pool is doing now. */
export function poolStatistics(piscina: Piscina<unknown, unknown>): PoolStatistics {
  const { threads, maxThreads, idleThreads, queueSize, completed, duration, histogram } = piscina;
  const runTime = timeStatistics(histogram.runTime);
  return {
    workers: threads.length,
    idle: idleThreads,
    queued: queueSize,
    completed,
    duration,
    // Not Piscina's own, which takes milliseconds for seconds.
    utilization: Math.min(1, (runTime.average * completed) / (duration * maxThreads)),
    runTime,
    waitTime: timeStatistics(histogram.waitTime),
  };
}

function timeStatistics({ average, min, p50, p99, max }: Piscina["histogram"]["runTime"]): TimeStatistics {
  // An empty histogram has no average, and a least value beyond all others.
  if (!Number.isFinite(average)) return { average: 0, least: 0, median: 0, percentile99: 0, most: 0 };
  return { average, least: min, median: p50, percentile99: p99, most: max };
}
