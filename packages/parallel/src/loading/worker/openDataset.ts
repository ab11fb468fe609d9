import { type Dataset, type Sample, TensorDataset } from "@rushlight/data";
import { type DType, shown } from "@rushlight/tensor";
import { tensorAt } from "../../sharing/TensorDescription.ts";
import { FileFailure } from "../../sharing/worker/FileFailure.ts";
import { callDefault } from "../../sharing/worker/importDefault.ts";
import type { DatasetSource } from "../messages.ts";

/** A dataset as a thread works with it. */
export interface OpenDataset {
  readonly dataset: Dataset<Sample>;
  /** The dtypes of numbers in its samples. */
  readonly numbers: { readonly input: DType; readonly target: DType };
}

/** Opens a dataset: on shared memory, or with the function of a file. */
export async function openDataset(source: DatasetSource, data: unknown): Promise<OpenDataset> {
  if (source.kind === "file") {
    return { dataset: await makeDataset(source.file, data), numbers: { input: "int32", target: "int32" } };
  }
  const { dtype, table } = source;
  const map = table === undefined ? {} : { map: (byte: number) => table[byte] };
  const dataset = new TensorDataset(tensorAt(source.inputs), tensorAt(source.targets), { dtype, ...map });
  return { dataset, numbers: { input: dtype, target: source.targets.dtype } };
}

async function makeDataset(file: string, data: unknown): Promise<Dataset<Sample>> {
  const made = await callDefault(file, data);
  if (isDataset(made)) return made;
  throw new FileFailure(`${file}: expected a function that gives a dataset, with length and get, got ${shown(made)}`);
}

function isDataset(value: unknown): value is Dataset<Sample> {
  return (
    typeof value === "object" &&
    value !== null &&
    "length" in value &&
    Number.isInteger(value.length) &&
    Number(value.length) >= 0 &&
    "get" in value &&
    typeof value.get === "function"
  );
}
