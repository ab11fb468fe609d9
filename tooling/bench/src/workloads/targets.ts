import { bestTime } from "./figures.ts";
import type { Outcome } from "./Outcome.ts";
import { BASE } from "./systems/systems.ts";

/** A promise about training steps, and how it stands. */
export interface Verdict {
  readonly workload: string;
  /** What is compared: `blas / pytorch`. */
  readonly ratio: string;
  /** The promise: `at most 0.8`. */
  readonly promise: string;
  /** The ratio; undefined when one of the two has no time. */
  readonly value: number | undefined;
  readonly met: boolean | undefined;
}

/** The workload that has limits of its own. */
const LARGE = "L";

/** One system's time over another's, each the best of its figures, the first with up to so many threads. */
interface Promised {
  readonly ratio: string;
  readonly system: string;
  readonly over: string;
  readonly threads: number;
  readonly atMost: (workload: string) => number;
}

const promises: readonly Promised[] = [
  {
    ratio: "blas / pytorch",
    system: "blas",
    over: BASE,
    threads: 2,
    atMost: (workload) => (workload === LARGE ? 1 : 0.8),
  },
  {
    ratio: "wasm, up to two threads / pytorch",
    system: "wasm",
    over: BASE,
    threads: 2,
    atMost: (workload) => (workload === LARGE ? 2.5 : 1),
  },
  {
    ratio: "wasm, up to two threads / tfjs-wasm",
    system: "wasm",
    over: "tfjs-wasm",
    threads: 2,
    atMost: () => 0.1,
  },
];

/** How the promises stand, workload by workload. */
export function verdictsOn(outcomes: readonly Outcome[]): Verdict[] {
  const names = [...new Set(outcomes.map(({ workload }) => workload))];
  return promises.flatMap(({ ratio, system, over, threads, atMost }) =>
    names.map((workload) => {
      const ours = bestTime(outcomes, workload, system, threads);
      const theirs = bestTime(outcomes, workload, over);
      const value = ours === undefined || theirs === undefined ? undefined : ours / theirs;
      const most = atMost(workload);
      return {
        workload,
        ratio,
        promise: `at most ${most.toFixed(1)}`,
        value,
        met: value === undefined ? undefined : value <= most,
      };
    }),
  );
}
