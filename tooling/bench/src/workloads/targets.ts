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
  /** The threads that both have; when left out, as many as are best, ours up to two. */
  readonly threads?: number;
  /** The workloads that there is a limit for. */
  readonly limits: Readonly<Record<string, Limit>>;
}

/** The same limit for the workloads of the lessons, and one of its own for the large one. */
function limits(each: Limit, large: Limit = each): Readonly<Record<string, Limit>> {
  return { D: each, C: each, CNN: each, E: each, B3: each, L: large };
}

const MOST_THREADS = 2;

const promises: readonly Promised[] = [
  {
    ratio: "blas / pytorch",
    numerator: "blas",
    denominator: BASE,
    limits: limits({ atMost: 0.8 }, { atMost: 1 }),
  },
  {
    ratio: "wasm, up to two threads / pytorch",
    numerator: "wasm",
    denominator: BASE,
    limits: limits({ atMost: 1 }, { atMost: 2.5 }),
  },
  {
    ratio: "wasm / pytorch, both with one thread",
    numerator: "wasm",
    denominator: BASE,
    threads: 1,
    limits: { CNN: { atMost: 1 } },
  },
  {
    ratio: "tfjs-wasm / wasm, up to two threads",
    numerator: "tfjs-wasm",
    denominator: "wasm",
    limits: limits({ atLeast: 10 }),
  },
];

/** How the promises stand, workload by workload. */
export function verdictsOn(outcomes: readonly Outcome[]): Verdict[] {
  const names = [...new Set(outcomes.map(({ workload }) => workload))];
  return promises.flatMap(({ ratio, numerator, denominator, threads, limits: limitOf }) =>
    names
      .filter((workload) => Object.hasOwn(limitOf, workload))
      .map((workload) => {
        const above = timeFor(outcomes, workload, numerator, threads);
        const below = timeFor(outcomes, workload, denominator, threads);
        const value = above === undefined || below === undefined ? undefined : above / below;
        return { workload, ratio, value, ...judge(value, limitOf[workload]) };
      }),
  );
}

function timeFor(
  outcomes: readonly Outcome[],
  workload: string,
  system: string,
  threads = system === BASE ? Number.POSITIVE_INFINITY : MOST_THREADS,
): number | undefined {
  return bestTime(outcomes, workload, system, threads);
}

function judge(value: number | undefined, limit: Limit): Pick<Verdict, "promise" | "met"> {
  if ("atMost" in limit) {
    const { atMost } = limit;
    return { promise: `at most ${atMost.toFixed(1)}`, met: value === undefined ? undefined : value <= atMost };
  }
  const { atLeast } = limit;
  return { promise: `at least ${atLeast}`, met: value === undefined ? undefined : value >= atLeast };
}
