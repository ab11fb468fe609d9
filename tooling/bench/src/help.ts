import { wrap } from "./report/format.ts";
import type { Suite } from "./suites/Suite.ts";
import { PYTHON } from "./workloads/systems/findPython.ts";
import type { Workload } from "./workloads/Workload.ts";

const USAGE = `bench [suite ...] [options]

Measures training steps beside other systems, and the parts they are made of.
Without names, all suites run.

  --quick            a first look, in about a minute
  --systems a,b      only these systems, in the suite workloads
  --workloads D,E    only these workloads
  --threads n        how many threads wasm is measured with beside one, from 1 to
                     63: 2 where the machine has two cores, when left out
  --json file        writes the figures of the workloads to a file as well, as an
                     array of { workload, system, threads, msPerStep,
                     ratioToPyTorch }
  --micro file       writes the measurements of the other suites to a file
  --page file        makes a page of everything, or brings it up to date; what is
                     written by hand outside its markers stays
  --help             prints this

${PYTHON} names the Python that has PyTorch.`;

/** How to call the program, and what there is to measure. */
export function help({
  suites,
  workloads,
  systems,
}: {
  readonly suites: readonly Suite[];
  readonly workloads: readonly Workload[];
  /** The names of the systems. */
  readonly systems: readonly string[];
}): string {
  return [
    USAGE,
    "",
    "Suites:",
    "  workloads: training steps, each system in a process of its own",
    ...suites.flatMap(({ name, about }) => wrap(`${name}: ${about}`, "  ")),
    "",
    "Workloads:",
    ...workloads.flatMap(({ name, about }) => wrap(`${name}: ${about}`, "  ")),
    "",
    ...wrap(`Systems: ${systems.join(", ")}`),
  ].join("\n");
}
