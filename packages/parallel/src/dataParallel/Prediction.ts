import { type Activation, isTable } from "@rushlight/module";
import { formatSize, ShapeError, Tensor } from "@rushlight/tensor";
import { mixedSeed } from "../sharing/mixedSeed.ts";
import { tensorAt } from "../sharing/TensorDescription.ts";
import { samplesIn } from "./Batch.ts";
import { BatchReader } from "./BatchReader.ts";
import type { EvaluationCall } from "./Evaluation.ts";
import type { ActivationDescription } from "./messages.ts";
import { runLanes } from "./runLanes.ts";

/** The output for all samples, in evaluation mode: a new activation. */
export async function predictAll(owner: string, input: Activation, call: EvaluationCall): Promise<Activation> {
  const total = samplesIn(owner, "input", input);
  const reader = BatchReader.inParts(owner, { input, target: undefined, samples: total }, call.batchSize);
  const statistics = call.statistics.describe();
  let result: Activation | undefined;
  let samples = 0;
  await runLanes(Math.min(call.replicas.workers, Math.ceil(total / call.batchSize)), call.signal, async (lane) => {
    const batch = await reader.take(lane);
    if (batch === undefined) return false;
    const { index, first, start, length } = batch;
    const seed = mixedSeed(call.seed, 0, index);
    const part = { input: batch.input, start, length };
    const output = await call.replicas.run({ kind: "predict", call: call.call, lane, statistics, seed, ...part });
    result ??= roomFor(output, length, total);
    put(owner, output, length, result, first);
    samples += length;
    call.onProgress?.({ samples, total });
    return true;
  });
  return result ?? [];
}

/** An activation like the output for some samples, with room for all. */
function roomFor(output: ActivationDescription, length: number, total: number): Activation {
  if (isList(output)) return output.map((part) => roomFor(part, length, total));
  const { dtype, size } = output;
  return new Tensor([(size[0] / length) * total, ...size.slice(1)], { dtype });
}

/** Copies the output for some samples to where it belongs. */
function put(owner: string, output: ActivationDescription, length: number, all: Activation, first: number): void {
  if (isList(output)) {
    if (!isTable(all) || all.length !== output.length)
      throw new ShapeError(`${owner}: expected outputs of one nesting`);
    for (const [i, part] of output.entries()) put(owner, part, length, all[i], first);
    return;
  }
  if (isTable(all)) throw new ShapeError(`${owner}: expected outputs of one nesting`);
  const rows = output.size[0] / length;
  const part = tensorAt(output);
  const fits = (first + length) * rows <= all.size(0) && sameRow(part, all);
  if (!fits) {
    throw new ShapeError(
      `${owner}: expected outputs of one size for all samples, got rows ${formatSize(part.size())} for ${formatSize(all.size())}`,
    );
  }
  all.narrow(0, first * rows, length * rows).copy(part);
}

function sameRow(part: Tensor, all: Tensor): boolean {
  return part.dtype === all.dtype && String(part.size().slice(1)) === String(all.size().slice(1));
}

function isList(description: ActivationDescription): description is readonly ActivationDescription[] {
  return Array.isArray(description);
}
