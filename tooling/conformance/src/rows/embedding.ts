import { LookupTable } from "@rushlight/lookup-table";
import { type Tensor, tensor } from "@rushlight/tensor";
import type { Row } from "./Row.ts";

const batch = (): Tensor =>
  tensor(
    [
      [1, 4, 0],
      [4, 2, 4],
    ],
    { dtype: "int32" },
  );

/** Lookup tables and layers of sparse inputs. */
export const embeddingRows: readonly Row[] = [
  { name: "LookupTable, batched", module: () => new LookupTable(5, 2), input: batch },
  {
    name: "LookupTable, one sample",
    module: () => new LookupTable(5, 2),
    input: () => tensor([3, 3, 0], { dtype: "int32" }),
    skipped: ["batching"],
  },
  { name: "LookupTable with long rows", module: () => new LookupTable(5, 9), input: batch },
  { name: "LookupTable of bytes", module: () => new LookupTable(5, 2), input: () => batch().to("uint8") },
];
