import { type Tensor, tensor } from "@rushlight/tensor";
import { describe, expectTypeOf, it } from "vitest";
import { type Batch, type BatchedDataset, DataLoader, Subset, TensorDataset } from "../src/index.ts";

const images = tensor([[1, 2]], { dtype: "uint8" });
const labels = tensor([0], { dtype: "int32" });

describe("the types of batches", () => {
  it("follow the dtypes of the tensors of a TensorDataset", () => {
    const loader = new DataLoader({ dataset: new TensorDataset(images, labels), batchSize: 1 });
    expectTypeOf(loader).toEqualTypeOf<DataLoader<Batch<"uint8", "int32">>>();
  });

  it("follow the dtype that inputs are converted to", () => {
    const loader = new DataLoader({ dataset: new TensorDataset(images, labels, { dtype: "float32" }), batchSize: 1 });
    for (const { input, target } of loader) {
      expectTypeOf(input).toEqualTypeOf<Tensor<"float32">>();
      expectTypeOf(target).toEqualTypeOf<Tensor<"int32">>();
    }
  });

  it("stay the same through a Subset", () => {
    const subset = new Subset(new TensorDataset(images, labels), [0]);
    expectTypeOf(new DataLoader({ dataset: subset, batchSize: 1 })).toEqualTypeOf<
      DataLoader<Batch<"uint8", "int32">>
    >();
  });

  it("are those of any tensors for a dataset of samples", () => {
    const dataset = { length: 1, get: () => ({ input: tensor([1]), target: 3 }) };
    expectTypeOf(new DataLoader({ dataset, batchSize: 1 })).toEqualTypeOf<DataLoader<Batch>>();
  });

  it("are those of a dataset that makes its own", () => {
    const dataset: BatchedDataset<string, string[]> = { length: 0, get: String, collate: () => () => [] };
    expectTypeOf(new DataLoader({ dataset, batchSize: 1 })).toEqualTypeOf<DataLoader<string[]>>();
  });

  it("can not be made of samples of another form without a collate", () => {
    const dataset = { length: 1, get: () => "text" };
    // @ts-expect-error text is not a sample
    new DataLoader({ dataset, batchSize: 1 });
    // @ts-expect-error plain samples do not come as text
    new DataLoader<string>({ dataset: { length: 1, get: () => ({ input: 1, target: 1 }) }, batchSize: 1 });
  });
});
