import type { DType } from "@rushlight/tensor";
import type { WorkerAnswer } from "../sharing/TaskPool.ts";
import type { TensorDescription } from "../sharing/TensorDescription.ts";

/** A dataset as threads are told of it. */
export type DatasetSource =
  | {
      readonly kind: "tensors";
      readonly inputs: TensorDescription;
      readonly targets: TensorDescription;
      readonly dtype: DType;
      /** What becomes of each byte of the inputs; undefined when elements stay as they are. */
      readonly table: readonly number[] | undefined;
    }
  | { readonly kind: "file"; readonly file: string };

/** What a thread needs to prepare samples. */
export interface MapperSetup {
  readonly dataset: DatasetSource;
  /** The address of the file with the map. */
  readonly map: string | undefined;
  readonly data: unknown;
  readonly seed: number;
}

/** What all inputs, or all targets, of prepared samples are like. */
export interface ColumnForm {
  readonly dtype: DType;
  /** That of one sample; `[]` for a number. */
  readonly size: readonly number[];
}

/** What prepared samples are like. */
export interface SampleForm {
  readonly input: ColumnForm;
  readonly target: ColumnForm;
}

/** Samples to prepare, and where to write them. */
export interface WriteTask {
  readonly kind: "write";
  readonly indices: Int32Array;
  readonly epoch: number;
  /** At least as many rows as there are indices; the first ones are written. */
  readonly input: TensorDescription;
  readonly target: TensorDescription;
}

/** What a thread can be asked for. */
export type MapperTask =
  | { readonly kind: "length" }
  | { readonly kind: "form"; readonly index: number; readonly epoch: number }
  | WriteTask;

/** A task as it is sent: the setup is for threads that have none yet. */
export interface MapperMessage {
  readonly setup: SharedArrayBuffer;
  readonly task: MapperTask;
}

/** What the tasks of each kind give. */
export interface MapperResults {
  readonly length: number;
  readonly form: SampleForm;
  readonly write: undefined;
}

/** What a thread answers: a result, or what went wrong with a file or a sample. */
export type MapperAnswer = WorkerAnswer<MapperResults[MapperTask["kind"]]>;
