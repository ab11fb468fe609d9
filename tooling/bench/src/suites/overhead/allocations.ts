import { storageAllocations } from "@rushlight/tensor";
import { network } from "../../peers/rushlight/network.ts";
import { train } from "../../peers/rushlight/train.ts";
import { trainingOf } from "../../workloads/trainingOf.ts";
import { workloads } from "../../workloads/workloads.ts";
import type { Fact } from "../Suite.ts";

const STEPS = 10;
/** Buffers take their size, and the optimiser its memory. */
const FIRST_STEPS = 2;
/** A small network, one with a convolution, and one with momentum and weight decay. */
const observed = ["D", "CNN", "B3"];

/** How often storages take memory in a training step, after the first steps. */
export function allocationsPerStep(): Fact[] {
  return workloads
    .filter(({ name }) => observed.includes(name))
    .map((each) => {
      const workload = trainingOf(each);
      const { run } = train(network(workload), workload);
      run(FIRST_STEPS);
      const before = storageAllocations();
      run(STEPS);
      const value = (storageAllocations() - before) / STEPS;
      return { name: `storage allocations in a training step of ${workload.name}`, value, atMost: 0 };
    });
}
