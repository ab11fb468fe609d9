import { ArgumentError, manualSeed, ones, randn, randperm, range, ShapeError, tensor, zeros } from "@rushlight/tensor";
import { expect, test } from "vitest";
import {
  SpatialConvolution,
  SpatialConvolutionLocal,
  SpatialConvolutionMap,
  SpatialDepthWiseConvolution,
  SpatialFullConvolution,
  SpatialFullConvolutionMap,
  tables,
} from "../src/index.ts";

test("SpatialDepthWiseConvolution gives the planes of one input plane side by side", () => {
  const module = new SpatialDepthWiseConvolution(2, 3, 1, 1);
  module.weight.copy(range(1, 6).view(3, 2, 1, 1));
  module.bias?.copy(range(10, 60, 10).view(3, 2));
  const x = tensor([[[1]], [[100]]]);
  expect(module.forward(x).view(6).toArray()).toEqual([11, 33, 55, 220, 440, 660]);
  module.accGradParameters(x, range(1, 6).view(6, 1, 1));
  expect(module.gradBias?.toArray()).toEqual([
    [1, 4],
    [2, 5],
    [3, 6],
  ]);
});

test("SpatialDepthWiseConvolution takes images that are not square", () => {
  const module = new SpatialDepthWiseConvolution(2, 3, 3, 2, 2, 1, 0, 1);
  expect(module.forward(ones(2, 4, 9)).size()).toEqual([6, 5, 4]);
  expect(String(module)).toBe("nn.SpatialDepthWiseConvolution(2 -> 3, 3x2, 2,1, 0,1)");
  expect(module.nOutputPlane).toBe(6);
  expect(() => module.forward(ones(3, 4, 9))).toThrow("expected [2, H, W] or [N, 2, H, W], got [3, 4, 9]");
});

test("SpatialConvolutionLocal has weights of its own for each position", () => {
  const module = new SpatialConvolutionLocal(1, 1, 3, 2, 1, 1);
  module.weight.copy(range(1, 6).view(2, 3, 1, 1, 1, 1));
  module.bias?.copy(range(10, 60, 10).view(1, 2, 3));
  expect(module.forward(ones(1, 2, 3)).toArray()).toEqual([
    [
      [11, 22, 33],
      [44, 55, 66],
    ],
  ]);
});

test("SpatialConvolutionLocal with the same weights everywhere is SpatialConvolution, in parts of a batch too", () => {
  manualSeed(1);
  const everywhere = new SpatialConvolution(2, 3, 5, 3, 1, 2, 1, 0);
  const local = new SpatialConvolutionLocal(2, 3, 30, 27, 5, 3, 1, 2, 1, 0);
  local.weight.copy(everywhere.weight.view(1, 1, 3, 2, 3, 5).expandAs(local.weight));
  if (everywhere.bias !== undefined) local.bias?.copy(everywhere.bias.view(3, 1, 1).expandAs(local.bias ?? zeros(1)));
  const x = randn(35, 2, 27, 30);
  const y = everywhere.forward(x);
  expect(local.forward(x).csub(y).abs().max()).toBeLessThan(1e-4);
  local.forward(x);
  expect(local.backward(x, y).csub(everywhere.backward(x, y)).abs().max()).toBeLessThan(1e-4);
  const sum = local.gradWeight.sum(0).sum(1).view(3, 2, 3, 5);
  const largest = sum.abs().max();
  expect(
    local.gradWeight.sum(0).sum(1).view(3, 2, 3, 5).csub(everywhere.gradWeight).abs().max() / largest,
  ).toBeLessThan(1e-4);
});

test("SpatialConvolutionLocal takes images of its size only", () => {
  const module = new SpatialConvolutionLocal(2, 3, 5, 4, 3, 2, 2, 1, 1, 0);
  expect([module.iW, module.iH, module.oW, module.oH]).toEqual([5, 4, 3, 3]);
  expect(String(module)).toBe("nn.SpatialConvolutionLocal(2 -> 3, 5x4, 3x2, 2,1, 1,0)");
  expect(() => module.forward(zeros(2, 5, 4))).toThrow("expected [2, 4, 5] or [N, 2, 4, 5], got [2, 5, 4]");
  expect(() => new SpatialConvolutionLocal(1, 1, 2, 5, 3, 3)).toThrow(
    "SpatialConvolutionLocal: expected images with an output of 1x1 or more, computed 0x3 for 2x5",
  );
  expect(() => new SpatialConvolutionLocal(1, 1, 2.5, 5, 3, 3)).toThrow("expected images of 1x1 or more, got 2.5x5");
  expect(() => new SpatialConvolutionLocal(1, 1, 5, 5, 3, 3, 0)).toThrow("expected a stride of whole numbers from 1");
});

test("tables connect all planes with all, each with its own, or some that are drawn in turns", () => {
  expect(tables.full(2, 3).toArray()).toEqual([
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
    [0, 2],
    [1, 2],
  ]);
  manualSeed(3);
  const table = tables.random(5, 4, 2);
  const after = randperm(5);
  manualSeed(3);
  const first = randperm(5).narrow(0, 0, 4);
  const second = randperm(5).narrow(0, 0, 4);
  expect(table.select(1, 0).toArray()).toEqual([first, second].flatMap((order) => [...order.values()]));
  expect(table.select(1, 1).toArray()).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  randperm(5);
  expect(after.equal(randperm(5))).toBe(true);
  expect(() => tables.random(2, 4, 3)).toThrow("tables.random: expected at most 2 planes for each output, got 3");
  expect(() => tables.full(0, 4)).toThrow(ArgumentError);
});

test("all planes connected with all give what the dense convolutions give", () => {
  manualSeed(4);
  const dense = new SpatialConvolution(2, 3, 2, 3, 2, 1);
  const map = new SpatialConvolutionMap(tables.full(2, 3), 2, 3, 2, 1);
  map.weight.copy(dense.weight.view(6, 3, 2));
  if (dense.bias !== undefined) map.bias?.copy(dense.bias);
  const x = randn(2, 2, 5, 6);
  expect(map.forward(x).dist(dense.forward(x))).toBeLessThan(1e-5);

  const full = new SpatialFullConvolution(2, 3, 2, 3, 2, 1);
  const fullMap = new SpatialFullConvolutionMap(tables.full(2, 3), 2, 3, 2, 1);
  fullMap.weight.copy(full.weight.transpose(0, 1).contiguous().view(6, 3, 2));
  if (full.bias !== undefined) fullMap.bias?.copy(full.bias);
  expect(fullMap.forward(x).dist(full.forward(x))).toBeLessThan(1e-5);
});

test("what a plane holds that is not connected makes no difference", () => {
  for (const module of [
    new SpatialConvolutionMap(
      tensor([
        [0, 0],
        [1, 1],
      ]),
      2,
      2,
    ),
    new SpatialFullConvolutionMap(
      tensor([
        [0, 0],
        [1, 1],
      ]),
      2,
      2,
    ),
  ]) {
    const x = ones(3, 3, 3);
    const y = module.forward(x).clone();
    module.backward(x, ones(...y.size()));
    const gradients = module.gradWeight.clone();
    module.zeroGradParameters();
    x.select(0, 2).fill(Infinity);
    x.select(0, 1).fill(Infinity);
    expect(module.forward(x).select(0, 0).equal(y.select(0, 0))).toBe(true);
    const gradInput = module.backward(x, ones(...y.size()));
    expect(gradInput.select(0, 2).equal(zeros(3, 3))).toBe(true);
    expect(module.gradWeight.select(0, 0).equal(gradients.select(0, 0))).toBe(true);
  }
});

test("inputs of other numbers of planes may follow each other, from the last connected one on", () => {
  manualSeed(5);
  for (const module of [
    new SpatialConvolutionMap(tables.oneToOne(2), 2, 2),
    new SpatialFullConvolutionMap(tables.oneToOne(2), 2, 2),
  ]) {
    const x = randn(2, 4, 3, 3);
    const y = module.forward(x).clone();
    const gradInput = module.backward(x, y).clone();
    const fewer = x.narrow(1, 0, 2);
    expect(module.forward(fewer).equal(y)).toBe(true);
    expect(module.backward(fewer, y).equal(gradInput.narrow(1, 0, 2))).toBe(true);
    expect(() => module.forward(ones(1, 3, 3))).toThrow(
      `${module.constructor.name}(2 → 2, 2 connections, 2x2): expected [2 or more, H, W] or [N, 2 or more, H, W], got [1, 3, 3]`,
    );
  }
});

test("parameters of connections are drawn from ±1/√(kernel·connections to the plane), one after the other", () => {
  const table = tensor([
    [0, 0],
    [1, 0],
    [2, 0],
    [0, 2],
  ]);
  for (const Connected of [SpatialConvolutionMap, SpatialFullConvolutionMap]) {
    manualSeed(6);
    const module = new Connected(table, 2, 3);
    manualSeed(6);
    const [three, one] = [1 / Math.sqrt(18), 1 / Math.sqrt(6)];
    expect(module.weight.narrow(0, 0, 3).equal(zeros(3, 3, 2).uniform(-three, three))).toBe(true);
    expect(module.weight.narrow(0, 3, 1).equal(zeros(1, 3, 2).uniform(-one, one))).toBe(true);
    expect(module.bias?.narrow(0, 0, 1).equal(zeros(1).uniform(-three, three))).toBe(true);
    // No connection goes to plane 1: its bias is drawn as if one did.
    expect(module.bias?.narrow(0, 1, 2).equal(zeros(2).uniform(-one, one))).toBe(true);
    manualSeed(6);
    module.reset(0.1);
    manualSeed(6);
    const bound = 0.1 * Math.sqrt(3);
    expect(module.weight.equal(zeros(4, 3, 2).uniform(-bound, bound))).toBe(true);
    expect(String(module)).toBe(`nn.${Connected.name}`);
  }
});

test("decayParameters moves weights and bias towards zero", () => {
  const module = new SpatialConvolutionMap(tables.oneToOne(1), 1, 1);
  module.weight.fill(8);
  module.bias?.fill(-4);
  module.decayParameters(0.25);
  expect([module.weight.get(0, 0, 0), module.bias?.get(0)]).toEqual([6, -3]);
});

test("a table of connections is [K, 2] with planes from 0, and later changes of it make no difference", () => {
  expect(() => new SpatialConvolutionMap(zeros(3), 2, 2)).toThrow(
    "SpatialConvolutionMap: expected a table of connections as a tensor [K, 2], got [3]",
  );
  expect(() => new SpatialFullConvolutionMap(tensor([[0, -1]]), 2, 2)).toThrow(
    "SpatialFullConvolutionMap: expected connections of planes counted from 0, got plane -1",
  );
  expect(() => new SpatialConvolutionMap(tensor([[0.5, 1]]), 2, 2)).toThrow(ArgumentError);
  const table = tables.oneToOne(2);
  const module = new SpatialConvolutionMap(table, 2, 2);
  table.zero();
  expect(module.connTable.toArray()).toEqual([
    [0, 0],
    [1, 1],
  ]);
  expect(() => module.forward(ones(2, 1, 3))).toThrow(ShapeError);
});
