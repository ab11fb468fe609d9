import { type Tensor, tensor, zeros } from "@rushlight/tensor";
import { expect, test } from "vitest";
import { Criterion } from "../src/index.ts";

class Total extends Criterion<Tensor, number> {
  readonly buffer = zeros(2);
  override updateOutput(input: Tensor, target: number): number {
    this.output = input.sum() - target;
    return this.output;
  }
  override updateGradInput(input: Tensor): Tensor {
    return this.gradInput.resizeAs(input).fill(1);
  }
}

test("forward gives the loss and backward its gradient", () => {
  const criterion = new Total();
  expect(criterion.forward(tensor([1, 2]), 1)).toBe(2);
  expect(criterion.output).toBe(2);
  expect(criterion.backward(tensor([1, 2]), 1)).toBe(criterion.gradInput);
  expect(criterion.gradInput.toArray()).toEqual([1, 1]);
  expect(String(criterion)).toBe("nn.Total");
});

test("clone and type treat a criterion as they treat a module", () => {
  const criterion = new Total();
  const clone = criterion.clone();
  clone.buffer.fill(1);
  expect(criterion.buffer.sum()).toBe(0);
  expect(criterion.type()).toBe("float32");
  expect(criterion.double().buffer.dtype).toBe("float64");
  expect(criterion.gradInput.dtype).toBe("float64");
  expect(criterion.float().type()).toBe("float32");
});
