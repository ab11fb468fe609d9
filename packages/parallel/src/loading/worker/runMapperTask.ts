import { deserialized } from "../../sharing/deserialized.ts";
import { tensorAt } from "../../sharing/TensorDescription.ts";
import { FileFailure } from "../../sharing/worker/FileFailure.ts";
import { thrownParts } from "../../sharing/worker/thrownParts.ts";
import type { MapperAnswer, MapperMessage, MapperResults, MapperSetup, MapperTask } from "../messages.ts";
import { SamplePreparer } from "./SamplePreparer.ts";

let preparer: SamplePreparer | undefined;

/** Does a task of a loader in a worker thread. What goes wrong with files and samples is an answer, too. */
export async function runMapperTask({ setup, task }: MapperMessage): Promise<MapperAnswer> {
  try {
    preparer ??= await SamplePreparer.open(deserialized(setup) as MapperSetup);
    return { kind: "result", result: await resultOf(preparer, task) };
  } catch (error) {
    if (!(error instanceof FileFailure)) throw error;
    return { kind: "failure", message: error.message, thrown: thrownParts(error.cause) };
  }
}

async function resultOf(samples: SamplePreparer, task: MapperTask): Promise<MapperResults[MapperTask["kind"]]> {
  if (task.kind === "length") return samples.length;
  if (task.kind === "form") return samples.form(task.index, task.epoch);
  await samples.write(task.indices, task.epoch, tensorAt(task.input), tensorAt(task.target));
  return undefined;
}
