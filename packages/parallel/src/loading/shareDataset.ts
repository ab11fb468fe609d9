import { TensorDataset } from "@rushlight/data";
import { ArgumentError, shown } from "@rushlight/tensor";
import { fileAddress } from "../sharing/fileAddress.ts";
import type { DatasetSource } from "./messages.ts";
import { shareTensor } from "./SharedTensor.ts";

/** A dataset that can be made known to threads: tensors, or the address of a file with a `DatasetMaker`. */
export type SharableDataset = TensorDataset | URL | string;

/** A dataset that threads can open. */
export interface SharedDataset {
  readonly source: DatasetSource;
  /** How many samples it has, when that is known. */
  readonly length: number | undefined;
  /** Keeps its memory from being freed. */
  readonly kept: readonly unknown[];
}

/**
 * Makes a dataset known to threads. The tensors of a TensorDataset are put into the memory that threads share, unless they
 * lie there already.
 *
 * @throws ArgumentError for any other dataset than a TensorDataset and a file, and when there is no room
 */
export function shareDataset(owner: string, dataset: SharableDataset): SharedDataset {
  if (dataset instanceof TensorDataset) return shareTensors(owner, dataset);
  if (typeof dataset === "string" || dataset instanceof URL) {
    const file = fileAddress(owner, "dataset", dataset);
    return { source: { kind: "file", file }, length: undefined, kept: [] };
  }
  throw new ArgumentError(
    `${owner}: expected a TensorDataset or a file that makes a dataset, got ${shown(dataset)}; other datasets can not be sent to threads`,
  );
}

function shareTensors(owner: string, dataset: TensorDataset): SharedDataset {
  const { inputs, targets, dtype, table } = partsOf(dataset);
  const input = shareTensor(owner, inputs);
  const target = shareTensor(owner, targets);
  return {
    source: { kind: "tensors", inputs: input.description, targets: target.description, dtype, table },
    length: dataset.length,
    kept: [input.kept, target.kept],
  };
}

/** The tensors of a dataset, and what to do with their elements that needs no function: threads can not be sent one. */
function partsOf(dataset: TensorDataset) {
  const { inputs, targets } = dataset;
  const { dtype, map } = dataset.inputOptions;
  if (map === undefined) return { inputs, targets, dtype, table: undefined };
  if (inputs.dtype === "uint8")
    return { inputs, targets, dtype, table: Array.from({ length: 256 }, (_, byte) => map(byte)) };
  const { input } = dataset.collate(dataset.length)(Int32Array.from({ length: dataset.length }, (_, i) => i));
  return { inputs: input, targets, dtype, table: undefined };
}
