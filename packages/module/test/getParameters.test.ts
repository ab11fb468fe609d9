import { ShapeError, type Tensor, tensor, zeros } from "@rushlight/tensor";
import { expect, test } from "vitest";
import { Module } from "../src/index.ts";
import { Chain } from "./support/Chain.ts";
import { Scale, Square } from "./support/modules.ts";

/** A module whose parameters are whatever it is given. */
class Holder extends Module {
  readonly held: readonly Tensor[];
  readonly gradients: readonly Tensor[];

  constructor(held: readonly Tensor[], gradients: readonly Tensor[]) {
    super();
    this.held = held;
    this.gradients = gradients;
  }

  override parameters(): [Tensor[], Tensor[]] {
    return [[...this.held], [...this.gradients]];
  }
  override updateOutput(input: Tensor): Tensor {
    return input;
  }
  override updateGradInput(_input: Tensor, gradOutput: Tensor): Tensor {
    return gradOutput;
  }
}

test("the flat vectors are live in both directions and keep all values in order", () => {
  const net = new Chain(new Scale(2), new Square(), new Scale(3));
  const before = net.parameters()[0].flatMap((parameter) => [...parameter.values()]);
  const [flat, gradFlat] = net.getParameters();
  expect(flat.toArray()).toEqual(before);
  expect(gradFlat.nElement()).toBe(10);
  flat.fill(1);
  expect(net.get(0).weight?.toArray()).toEqual([1, 1]);
  net.get(2).gradBias?.fill(5);
  expect(gradFlat.narrow(0, 7, 3).toArray()).toEqual([5, 5, 5]);
});

test("asking twice gives the same memory", () => {
  const net = new Chain(new Scale(2), new Scale(3));
  const [first, firstGrad] = net.getParameters();
  const [second, secondGrad] = net.flattenParameters();
  expect(second.storage()).toBe(first.storage());
  expect(secondGrad.storage()).toBe(firstGrad.storage());
});

test("asking a part of a flattened network leaves the whole live", () => {
  const net = new Chain(new Scale(2), new Scale(3));
  const [flat] = net.getParameters();
  const [part] = net.get(1).getParameters();
  expect(part.storage()).toBe(flat.storage());
  part.fill(8);
  expect(flat.sum()).toBeCloseTo(48 + flat.narrow(0, 0, 4).sum(), 4);
});

test("shared parameters appear once", () => {
  const first = new Scale(2);
  const twin = first.clone("weight", "bias", "gradWeight", "gradBias");
  const net = new Chain(first, twin, new Scale(1));
  const [flat, gradFlat] = net.getParameters();
  expect([flat.nElement(), gradFlat.nElement()]).toEqual([6, 6]);
  first.weight.fill(4);
  expect(twin.weight.toArray()).toEqual([4, 4]);
  expect(net.getParameters()[0].storage()).toBe(flat.storage());
});

test("sharing weights without their gradients is refused, and nothing is moved", () => {
  const first = new Scale(2);
  const net = new Chain(first, first.clone("weight", "bias"));
  const storage = first.weight.storage();
  expect(() => net.getParameters()).toThrow("share gradients together with their parameters");
  expect(first.weight.storage()).toBe(storage);
});

test("gradients laid out otherwise than their parameters are refused", () => {
  const [a, b] = [zeros(2), zeros(3)];
  const holder = new Holder([a, b], [zeros(3), zeros(2)]);
  expect(() => holder.getParameters()).toThrow(
    "expected the gradient of parameter 1 at 2, where the parameter is, got 3",
  );
});

test("transposed and expanded parameters keep their strides and count once", () => {
  const matrix = tensor([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  const row = tensor([[7, 8]]).expand(3, 2);
  const holder = new Holder([matrix.t(), row], [zeros(2, 3).t(), zeros(1, 2).expand(3, 2)]);
  const [flat] = holder.getParameters();
  expect(flat.toArray()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test("elements that no parameter covers are left out; a gap inside a parameter is refused", () => {
  const wide = tensor([0, 1, 2, 3, 4, 5]);
  const gradients = zeros(6);
  const parts = (base: Tensor) => [base.narrow(0, 1, 2), base.narrow(0, 4, 1)];
  const [flat] = new Holder(parts(wide), parts(gradients)).getParameters();
  expect(flat.toArray()).toEqual([1, 2, 4]);
  const column = () => zeros(3, 2).select(1, 0);
  const gap = new Holder([column(), zeros(1)], [column(), zeros(1)]);
  expect(() => gap.getParameters()).toThrow(ShapeError);
  expect(() => gap.getParameters()).toThrow(
    "expected parameters without gaps in their storage, got size [3] with stride [2]",
  );
});

test("parameters of two dtypes are refused", () => {
  const mixed = [zeros(1), zeros([1], { dtype: "float64" })];
  expect(() => new Holder(mixed, mixed).getParameters()).toThrow("one dtype, got float32 and float64");
});

test("a network without parameters has empty vectors", () => {
  const [flat, gradFlat] = new Square().getParameters();
  expect([flat.nElement(), gradFlat.nElement()]).toEqual([0, 0]);
});

test("updateParameters moves shared parameters once", () => {
  const first = new Scale(2);
  const net = new Chain(first, first.clone("weight", "bias", "gradWeight", "gradBias"));
  first.weight.fill(1);
  first.gradWeight.fill(1);
  net.updateParameters(0.25);
  expect(first.weight.toArray()).toEqual([0.75, 0.75]);
});
