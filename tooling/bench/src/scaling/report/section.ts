import type { Entry } from "../../machine/machine.ts";
import { markdownTable } from "../../page/markdown.ts";
import { formatTime, threeDigits } from "../../report/format.ts";
import type { MachineCosts } from "../measure/machineCosts.ts";
import type { MessageCosts } from "../measure/messages.ts";
import type { Study } from "../measure/study.ts";
import { errorTable, replicaTable, speedUpTable, strongTable, weakTable } from "./tables.ts";

/** What a run measured, and on what. */
export interface Findings {
  readonly machine: readonly Entry[];
  readonly date: Date;
  readonly command: string;
  readonly quick: boolean;
  readonly costs: MachineCosts;
  readonly messages: MessageCosts;
  readonly studies: readonly Study[];
}

/** The part of the page that is made by the program, in Markdown. */
export function section({ machine, date, command, quick, costs, messages, studies }: Findings): string {
  const entries: Entry[] = [...machine, ["Date", date.toISOString().slice(0, 10)]];
  return [
    "## The machine and the run",
    markdownTable(["", ""], entries),
    `Made by \`${command}\`.${quick ? " It was a quick run: its figures are a first look." : ""}`,
    "## What dividing costs",
    markdownTable(
      ["Parts", ...costs.points.map(([parts]) => `${parts}`)],
      [["Fork and join", ...costs.points.map(([, time]) => formatTime(Math.max(0, time)))]],
    ),
    `Fitted: ${formatTime(costs.forkJoin.intercept)} and ${formatTime(costs.forkJoin.slope)} for each part. ${memory(costs)}`,
    "## Threads inside operations",
    [
      "The model beside what was measured. *Outside* is the share of a step that is not in kernels, *divided* the share that is",
      "in those that two threads divide; the rest of it is in kernels that are too small.",
    ].join("\n"),
    errorTable(studies),
    "How many times as fast as on one thread a step is, by the model:",
    speedUpTable(studies),
    "## Replicas of a model",
    `An empty task takes ${formatTime(messages.message)} from the call to its answer, and each further one ${formatTime(messages.nextMessage)}.`,
    replicaTable(studies),
    "How many times as fast as in one thread a step is, with the batch divided among workers:",
    strongTable(studies),
    "How much of the time of each worker is worth it, with a batch for each of them:",
    weakTable(studies),
  ].join("\n\n");
}

function memory({ bandwidths: [one, two], bandwidth: { contention } }: MachineCosts): string {
  const speeds = `One thread moves ${giga(one)} GB/s of what its own caches do not hold, two move ${giga(two)}`;
  if (contention === 0) return `${speeds}: they do not disturb each other.`;
  return `${speeds}: by the model, many come near to ${giga(one / contention)}.`;
}

/** Bytes in a millisecond as gigabytes in a second. */
function giga(bandwidth: number): string {
  return threeDigits(bandwidth / 1e6);
}
