import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { machine } from "../machine/machine.ts";
import type { Surroundings } from "../main.ts";
import { checkPage, updatePage } from "../page/updatePage.ts";
import { theWasmBackend } from "../suites/theWasmBackend.ts";
import type { TrainingWorkload } from "../workloads/Workload.ts";
import { machineCosts } from "./measure/machineCosts.ts";
import { messageCosts } from "./measure/messages.ts";
import { study } from "./measure/study.ts";
import { type Pace, quickPace, thoroughPace } from "./measure/timeOf.ts";
import { fitHandling, fitMoving } from "./model/fitted.ts";
import type { Measurements } from "./model/Measurements.ts";
import { type Options, parseOptions } from "./options.ts";
import { scalingPage } from "./report/scalingPage.ts";
import { section } from "./report/section.ts";

const HELP = `scaling [workload ...] [options]

Predicts how fast training steps become with more cores than the machine has, by
a model that is fitted on one thread and two, and prints it as Markdown.
Without names, all workloads are studied.

  --quick      a first look
  --page file  makes the page, or brings it up to date; what is written by hand
               outside its markers stays
  --help       prints this

Workloads: `;

/**
 * The program.
 *
 * @param emptyTask the file of a worker whose task does nothing
 * @param chosenPace how often things are measured; what `--quick` or its absence says, when left out
 * @returns the exit code: 0; 2 when the arguments are wrong
 */
export async function main(
  args: readonly string[],
  workloads: readonly TrainingWorkload[],
  emptyTask: string,
  { out, err, folder }: Surroundings,
  chosenPace?: Pace,
): Promise<number> {
  const names = workloads.map(({ name }) => name);
  let options: Options;
  try {
    options = parseOptions(args, names);
    checkFile(options.page, folder);
  } catch (error) {
    err(`scaling: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
  const { quick, page } = options;
  if (options.help) {
    out(HELP + names.join(", "));
    return 0;
  }
  const pace = chosenPace ?? (quick ? quickPace : thoroughPace);
  const backend = theWasmBackend();
  const machineOnly = await machineCosts(backend, pace);
  const messages = await messageCosts(emptyTask, pace);
  const studies: Measurements[] = [];
  for (const workload of workloads.filter(({ name }) => options.workloads.includes(name))) {
    studies.push(await study(workload, backend, messages, pace));
  }
  const costs = { ...machineOnly, moving: fitMoving(studies, machineOnly) };
  const handling = fitHandling(studies);
  const command = `npm run scaling -- ${[...args].join(" ")}`.replace(/ -- $/, "");
  const text = section({
    machine: machine(),
    date: new Date(),
    command,
    quick,
    costs,
    messages,
    handling,
    workloads: studies,
  });
  out(text);
  if (page !== undefined) updatePage(resolve(folder, page), text, scalingPage);
  return 0;
}

/**
 * Checks that the page can be written, before anything is measured.
 *
 * @throws Error for a file in a folder that does not exist, and for a page that is somebody's own
 */
function checkFile(page: string | undefined, folder: string): void {
  if (page === undefined) return;
  const file = resolve(folder, page);
  if (!existsSync(dirname(file))) throw new Error(`expected a file in a folder that exists, got ${page}`);
  checkPage(file, scalingPage);
}
