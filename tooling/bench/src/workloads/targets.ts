import { bestTime, type Contender } from "./figures.ts";
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

/** One system's time over another's. Each is the best of its figures with numbers of threads that count. */
interface Promised {
  readonly ratio: string;
  readonly numerator: Contender;
  readonly denominator: Contender;
  /** The workloads that there is a limit for. */
  readonly limits: Readonly<Record<string, Limit>>;
}

const pytorch = { system: BASE };
const one = { fewest: 1, most: 1 };
const upToTwo = { fewest: 1, most: 2 };

/** The same limit for the workloads of the lessons, and one of its own for the large one. */
function limits(each: Limit, large: Limit = each): Readonly<Record<string, Limit>> {
  return { D: each, C: each, CNN: each, E: each, B3: each, L: large };
}

/** Threads make no workload slower, apart from what measuring can not tell, and large networks faster. */
const noLoss: Limit = { atLeast: 0.97 };
const gain: Limit = { atLeast: 1.6 };

const promises: readonly Promised[] = [
  {
    ratio: "blas / pytorch",
    numerator: { system: "blas", ...upToTwo },
    denominator: pytorch,
    limits: limits({ atMost: 0.8 }, { atMost: 1 }),
  },
  {
    ratio: "wasm, up to two threads / pytorch",
    numerator: { system: "wasm", ...upToTwo },
    denominator: pytorch,
    limits: limits({ atMost: 1 }, { atMost: 2.5 }),
  },
  {
    ratio: "wasm / pytorch, both with one thread",
    numerator: { system: "wasm", ...one },
    denominator: { ...pytorch, ...one },
    limits: { CNN: { atMost: 1 } },
  },
  {
    ratio: "tfjs-wasm / wasm, up to two threads",
    numerator: { system: "tfjs-wasm" },
    denominator: { system: "wasm", ...upToTwo },
    limits: limits({ atLeast: 10 }),
  },
  {
    ratio: "wasm, one thread / several threads",
    numerator: { system: "wasm", ...one },
    denominator: { system: "wasm", fewest: 2 },
    limits: { ...limits(noLoss, gain), C: gain, CNN2: noLoss, BN: noLoss, MP: noLoss, AP: noLoss },
  },
];

/** How the promises stand, workload by workload. */
export function verdictsOn(outcomes: readonly Outcome[]): Verdict[] {
  const names = [...new Set(outcomes.map(({ workload }) => workload))];
  return promises.flatMap(({ ratio, numerator, denominator, limits: limitOf }) =>
    names
      .filter((workload) => Object.hasOwn(limitOf, workload))
      .map((workload) => {
        const above = bestTime(outcomes, workload, numerator);
        const below = bestTime(outcomes, workload, denominator);
        const value = above === undefined || below === undefined ? undefined : above / below;
        return { workload, ratio, value, ...judge(value, limitOf[workload]) };
      }),
  );
}

function judge(value: number | undefined, limit: Limit): Pick<Verdict, "promise" | "met"> {
  if ("atMost" in limit) {
    const { atMost } = limit;
    return { promise: `at most ${atMost.toFixed(1)}`, met: value === undefined ? undefined : value <= atMost };
  }
  const { atLeast } = limit;
  return { promise: `at least ${atLeast}`, met: value === undefined ? undefined : value >= atLeast };
}
