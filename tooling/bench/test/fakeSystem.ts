import { fileURLToPath } from "node:url";
import type { Schedule } from "../src/workloads/Schedule.ts";
import type { System } from "../src/workloads/systems/System.ts";
import type { TrainingWorkload } from "../src/workloads/Workload.ts";

const program = fileURLToPath(new URL("fixtures/fakePeer.js", import.meta.url));

/** What a fake system does. */
interface Behaviour {
  readonly msPerStep?: number;
  readonly losses?: readonly (number | null)[];
  readonly unavailable?: string;
  readonly error?: string;
  readonly greeting?: string;
  readonly dies?: "first" | "later";
  /** A file that gets a line for each request. */
  readonly log?: string;
}

/** A system whose process only says how long it took. */
export function fakeSystem(name: string, behaviour: Behaviour = {}, threads = 1): System {
  const args = [program, JSON.stringify(behaviour), name];
  return { name, threads, command: async () => ({ program: process.execPath, args }) };
}

/** A workload by that name. */
export function fakeWorkload(name: string): TrainingWorkload {
  return {
    name,
    about: `about ${name}`,
    kind: "perceptron",
    sizes: [784, 10],
    transfer: "relu",
    loss: "crossEntropy",
    batch: 20,
    sgd: { learningRate: 0.1, momentum: 0, weightDecay: 0 },
  };
}

/** Short rounds, which a system of a millisecond a step fills with ten steps. */
export const fakeSchedule: Schedule = { warmUp: 4, sample: 10, rounds: 3, budget: 100, fewestRounds: 1 };
