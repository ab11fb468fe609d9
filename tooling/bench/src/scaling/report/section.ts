import type { Entry } from "../../machine/machine.ts";
import { markdownTable } from "../../page/markdown.ts";
import { formatTime, threeDigits } from "../../report/format.ts";
import type { MachineCosts } from "../measure/machineCosts.ts";
import type { MessageCosts } from "../measure/messages.ts";
import type { Measurements } from "../model/Measurements.ts";
import type { Costs } from "../model/stepTime.ts";
import { errorTable, replicaTable, speedUpTable, strongTable, weakTable } from "./tables.ts";
import { DIVIDING, REPLICA_ASSUMPTIONS, REPLICAS, THREAD_ASSUMPTIONS } from "./texts.ts";

/** What a run measured, and on what. */
export interface Findings {
  readonly machine: readonly Entry[];
  readonly date: Date;
  readonly command: string;
  readonly quick: boolean;
  readonly costs: MachineCosts & Costs;
  readonly messages: MessageCosts;
  /** What a step with workers takes beyond the rest of the model. */
  readonly handling: number;
  readonly workloads: readonly Measurements[];
}

/** The part of the page that is made by the program, in Markdown. */
export function section({ machine, date, command, quick, costs, messages, handling, workloads }: Findings): string {
  const entries: Entry[] = [...machine, ["Date", date.toISOString().slice(0, 10)]];
  return [
    "## The machine and the run",
    markdownTable(["", ""], entries),
    `Made by \`${command}\`.${quick ? " It was a quick run: its figures are a first look." : ""}`,
    capacityText(costs),
    "## Threads inside operations",
    DIVIDING,
    "What it costs to divide a job among two threads that does next to nothing, by its number of parts:",
    markdownTable(
      ["Parts", ...costs.points.map(([parts]) => `${parts}`)],
      [["Fork and join", ...costs.points.map(([, time]) => formatTime(Math.max(0, time)))]],
    ),
    dividingCosts(costs),
    "The model beside what was measured:",
    errorTable(workloads, costs),
    "How many times as fast as on one thread a step is, by the model:",
    speedUpTable(workloads, costs),
    THREAD_ASSUMPTIONS,
    "## Replicas of a model",
    REPLICAS,
    messageTexts(messages, handling),
    replicaTable(workloads, handling),
    "How many times as fast as in one thread a step is, with its batch divided among workers:",
    strongTable(workloads, handling),
    "How much of each worker's time is worth it, with a batch for each of them, so with as many times the samples in a step:",
    weakTable(workloads, handling),
    REPLICA_ASSUMPTIONS,
  ].join("\n\n");
}

/** Below this, somebody else used a core. */
const QUIET = 1.8;

function capacityText({ capacity }: MachineCosts): string {
  const told = `Two threads are ${capacity.toFixed(2)} times as fast as one at a product that stays in their caches.`;
  if (capacity >= QUIET) return told;
  return `${told} **The machine was not idle, or has no two cores: what follows of two threads means little.**`;
}

/** Contention that measuring can not tell from none. */
const FAINT = 0.05;

function dividingCosts({
  forkJoin,
  moving,
  bandwidths: [one, two],
  bandwidth: { contention },
}: Findings["costs"]): string {
  const limit =
    contention > FAINT ? `, and many come near to ${giga(one / contention)} GB/s` : ": they do not reach a limit";
  return [
    `- fork-join(parts) = ${formatTime(Math.max(0, forkJoin.intercept))} + ${formatTime(forkJoin.slope)}·parts`,
    `- moving = ${formatTime(moving)}`,
    `- bandwidth: one thread moves ${giga(one)} GB/s, two move ${giga(two)} GB/s${limit}`,
  ].join("\n");
}

function messageTexts({ message, nextMessage }: MessageCosts, handling: number): string {
  return `- message = ${formatTime(message)}\n- next message = ${formatTime(nextMessage)}\n- handling = ${formatTime(handling)}`;
}

/** Bytes in a millisecond as gigabytes in a second. */
function giga(bandwidth: number): string {
  return threeDigits(bandwidth / 1e6);
}
