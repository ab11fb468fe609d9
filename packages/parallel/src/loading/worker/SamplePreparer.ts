import { type Batch, BatchColumn, type Collate, collateOf, type Dataset, type Sample } from "@rushlight/data";
import { defaultGenerator, isTensor, manualSeed, shown, type Tensor } from "@rushlight/tensor";
import { mixedSeed } from "../../sharing/mixedSeed.ts";
import { FileFailure, failureOf } from "../../sharing/worker/FileFailure.ts";
import { importDefault } from "../../sharing/worker/importDefault.ts";
import type { ColumnForm, MapperSetup, SampleForm } from "../messages.ts";
import { checkBatch } from "./checkBatch.ts";
import { type OpenDataset, openDataset } from "./openDataset.ts";

/** Prepares samples in a worker thread: takes them from the dataset, maps them, and writes them to shared memory. */
export class SamplePreparer {
  private readonly dataset: Dataset<Sample>;
  private readonly numbers: OpenDataset["numbers"];
  private readonly map: ((...values: readonly unknown[]) => unknown) | undefined;
  private readonly data: unknown;
  private readonly seed: number;
  private readonly batched: boolean;
  private readonly sourceName: string;
  private readonly preparedName: string;
  private fill: { readonly capacity: number; readonly collate: Collate } | undefined;

  private constructor({ dataset, numbers }: OpenDataset, map: SamplePreparer["map"], setup: MapperSetup) {
    this.dataset = dataset;
    this.numbers = numbers;
    this.map = map;
    this.data = setup.data;
    this.seed = setup.seed;
    this.batched = map === undefined && "collate" in dataset;
    this.sourceName = setup.dataset.kind === "file" ? setup.dataset.file : "TensorDataset";
    this.preparedName = setup.map ?? this.sourceName;
  }

  /** Opens the dataset and loads the map. */
  static async open(setup: MapperSetup): Promise<SamplePreparer> {
    const map = setup.map === undefined ? undefined : await importDefault(setup.map);
    return new SamplePreparer(await openDataset(setup.dataset, setup.data), map, setup);
  }

  /** How many samples the dataset has. */
  get length(): number {
    return this.dataset.length;
  }

  /** What a sample is like once it is prepared. */
  async form(index: number, epoch: number): Promise<SampleForm> {
    if (this.batched) {
      const { input, target } = this.batch(Int32Array.of(index), epoch);
      return { input: formOfRows(input), target: formOfRows(target) };
    }
    const { input, target } = await this.sample(index, epoch);
    return { input: this.formOf(input, "input"), target: this.formOf(target, "target") };
  }

  /** Writes prepared samples to the first rows of `input` and `target`. */
  async write(indices: Int32Array, epoch: number, input: Tensor, target: Tensor): Promise<void> {
    if (this.batched) {
      const batch = this.batch(indices, epoch);
      checkBatch(batch, indices.length, { input, target }, `${this.sourceName}: samples ${indices.join(", ")}`);
      input.narrow(0, 0, indices.length).copy(batch.input);
      target.narrow(0, 0, indices.length).copy(batch.target);
      return;
    }
    const inputs = new BatchColumn(input);
    const targets = new BatchColumn(target);
    for (let row = 0; row < indices.length; row++) {
      const index = indices[row];
      const sample = await this.sample(index, epoch);
      try {
        inputs.write(sample.input, row, "its input");
        targets.write(sample.target, row, "its target");
      } catch (error) {
        throw failureOf(`${this.preparedName}: sample ${index}`, error);
      }
    }
  }

  private batch(indices: Int32Array, epoch: number): Batch {
    const capacity = Math.max(indices.length, this.fill?.capacity ?? 0);
    try {
      if (this.fill?.capacity !== capacity) this.fill = { capacity, collate: collateOf(this.dataset, capacity) };
      manualSeed(mixedSeed(this.seed, epoch, indices[0]));
      return this.fill.collate(indices);
    } catch (error) {
      throw failureOf(`${this.sourceName}: samples ${indices.join(", ")}`, error);
    }
  }

  private async sample(index: number, epoch: number): Promise<Sample> {
    const prepared = await this.mapped(this.original(index, epoch), index, epoch);
    if (isSample(prepared)) return prepared;
    throw new FileFailure(
      `${this.preparedName}: sample ${index}: expected an input and a target, tensors or numbers, got ${partsOf(prepared)}`,
    );
  }

  private original(index: number, epoch: number): Sample {
    manualSeed(mixedSeed(this.seed, epoch, index));
    try {
      return this.dataset.get(index);
    } catch (error) {
      throw failureOf(`${this.sourceName}: sample ${index}`, error);
    }
  }

  private async mapped(sample: Sample, index: number, epoch: number): Promise<unknown> {
    if (this.map === undefined) return sample;
    try {
      return await this.map(sample, { index, epoch, generator: defaultGenerator(), data: this.data });
    } catch (error) {
      throw failureOf(`${this.preparedName}: sample ${index}`, error);
    }
  }

  private formOf(value: Tensor | number, side: "input" | "target"): ColumnForm {
    return isTensor(value) ? { dtype: value.dtype, size: value.size() } : { dtype: this.numbers[side], size: [] };
  }
}

function formOfRows(rows: Tensor): ColumnForm {
  return { dtype: rows.dtype, size: rows.size().slice(1) };
}

function isSample(value: unknown): value is Sample {
  return (
    typeof value === "object" &&
    value !== null &&
    "input" in value &&
    "target" in value &&
    isSide(value.input) &&
    isSide(value.target)
  );
}

function isSide(value: unknown): value is Tensor | number {
  return typeof value === "number" || isTensor(value);
}

function partsOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return shown(value);
  return `${shown(Reflect.get(value, "input"))} and ${shown(Reflect.get(value, "target"))}`;
}
