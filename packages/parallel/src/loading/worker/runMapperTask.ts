import { deserialize } from "node:v8";
import { tensorAt } from "../../sharing/TensorDescription.ts";
import type { MapperAnswer, MapperMessage, MapperResults, MapperSetup, MapperTask } from "../messages.ts";
import { SampleFailure } from "./SampleFailure.ts";
import { SamplePreparer } from "./SamplePreparer.ts";
import { thrownParts } from "./thrownParts.ts";

let preparer: SamplePreparer | undefined;

/** Does a task of a loader in a worker thread. What goes wrong with files and samples is an answer, too. */
export async function runMapperTask({ setup, task }: MapperMessage): Promise<MapperAnswer> {
  try {
    preparer ??= await SamplePreparer.open(setupIn(setup));
    return { kind: "result", result: await resultOf(preparer, task) };
  } catch (error) {
    if (!(error instanceof SampleFailure)) throw error;
    return { kind: "failure", message: error.message, thrown: thrownParts(error.cause) };
  }
}

async function resultOf(samples: SamplePreparer, task: MapperTask): Promise<MapperResults[MapperTask["kind"]]> {
  if (task.kind === "length") return samples.length;
  if (task.kind === "form") return samples.form(task.index, task.epoch);
  await samples.write(task.indices, task.epoch, tensorAt(task.input), tensorAt(task.target));
  return undefined;
}

function setupIn(bytes: SharedArrayBuffer): MapperSetup {
  // Decoded from a copy: nothing in it may point into memory that all threads share.
  return deserialize(Uint8Array.from(new Uint8Array(bytes))) as MapperSetup;
}
