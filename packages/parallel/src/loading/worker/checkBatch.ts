import type { Batch } from "@rushlight/data";
import { formatSize, isTensor, type Tensor } from "@rushlight/tensor";
import { FileFailure } from "../../sharing/worker/FileFailure.ts";

/** Refuses a batch that a dataset has made itself when its rows do not fit the memory for them. */
export function checkBatch(
  batch: Batch,
  count: number,
  memory: { readonly input: Tensor; readonly target: Tensor },
  name: string,
): void {
  for (const side of ["input", "target"] as const) {
    const rows: unknown = batch[side];
    const { dtype } = memory[side];
    const size = [count, ...memory[side].size().slice(1)];
    if (isTensor(rows) && rows.dtype === dtype && formatSize(rows.size()) === formatSize(size)) continue;
    const got = isTensor(rows) ? `${rows.dtype} ${formatSize(rows.size())}` : "no tensor";
    throw new FileFailure(`${name}: expected ${dtype} ${formatSize(size)} as the ${side}s of a batch, got ${got}`);
  }
}
