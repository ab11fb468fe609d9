import type { StridedElements } from "../layout/StridedElements.ts";
import { StridedLoop } from "../loops/StridedLoop.ts";
import { Run } from "./Run.ts";

const loop = new StridedLoop();
const run = new Run();

/**
 * values, indices ← a part of each run of x along a dimension once it has been put in order, and where its elements were.
 * Both have x's size but for that dimension.
 *
 * @param arrange puts a run in order and returns where the part begins
 */
export function arrangeRuns(
  x: StridedElements,
  dimension: number,
  values: StridedElements,
  indices: StridedElements<"int32">,
  arrange: (run: Run) => number,
): void {
  const count = x.size()[dimension];
  const length = values.size()[dimension];
  const from = x.storage().data;
  const value = values.storage().data;
  const index = indices.storage().data;
  const xStride = x.stride()[dimension];
  const valueStride = values.stride()[dimension];
  const indexStride = indices.stride()[dimension];
  const beginnings = x.size().map((extent, d) => (d === dimension ? 1 : extent));
  loop.begin(beginnings, x.stride(), values.stride(), indices.stride());
  do {
    for (let i = 0; i < loop.count; i++) {
      run.load(count, from, x.storageOffset() + loop.x + i * loop.xStride, xStride);
      const first = arrange(run);
      let iv = values.storageOffset() + loop.y + i * loop.yStride;
      let ii = indices.storageOffset() + loop.z + i * loop.zStride;
      for (let j = first; j < first + length; j++, iv += valueStride, ii += indexStride) {
        value[iv] = run.keys[j];
        index[ii] = run.order[j];
      }
    }
  } while (loop.advance());
}
