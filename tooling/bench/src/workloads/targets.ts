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

/** A limit of a ratio of times. */
type Limit = { readonly atMost: number } | { readonly atLeast: number };

/** One system's time over another's. Each is the best of its figures, ours with up to two threads. */
interface Promised {
  readonly ratio: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly limit: (workload: string) => Limit;
}

/** The workload that has limits of its own. */
const LARGE = "L";
const MOST_THREADS = 2;

const promises: readonly Promised[] = [
  {
    ratio: "blas / pytorch",
    numerator: "blas",
    denominator: BASE,
    limit: (workload) => ({ atMost: workload === LARGE ? 1 : 0.8 }),
  },
  {
    ratio: "wasm, up to two threads / pytorch",
    numerator: "wasm",
    denominator: BASE,
    limit: (workload) => ({ atMost: workload === LARGE ? 2.5 : 1 }),
  },
  {
    ratio: "tfjs-wasm / wasm, up to two threads",
    numerator: "tfjs-wasm",
    denominator: "wasm",
    limit: () => ({ atLeast: 10 }),
  },
];

/** How the promises stand, workload by workload. */
export function verdictsOn(outcomes: readonly Outcome[]): Verdict[] {
  const names = [...new Set(outcomes.map(({ workload }) => workload))];
  return promises.flatMap(({ ratio, numerator, denominator, limit }) =>
    names.map((workload) => {
      const above = timeFor(outcomes, workload, numerator);
      const below = timeFor(outcomes, workload, denominator);
      const value = above === undefined || below === undefined ? undefined : above / below;
      return { workload, ratio, value, ...judge(value, limit(workload)) };
    }),
  );
}

function timeFor(outcomes: readonly Outcome[], workload: string, system: string): number | undefined {
  return bestTime(outcomes, workload, system, system === BASE ? Number.POSITIVE_INFINITY : MOST_THREADS);
}

function judge(value: number | undefined, limit: Limit): Pick<Verdict, "promise" | "met"> {
  if ("atMost" in limit) {
    const { atMost } = limit;
    return { promise: `at most ${atMost.toFixed(1)}`, met: value === undefined ? undefined : value <= atMost };
  }
  const { atLeast } = limit;
  return { promise: `at least ${atLeast}`, met: value === undefined ? undefined : value >= atLeast };
}
