import { ArgumentError, randn, Tensor, tensor, zeros } from "@rushlight/tensor";
import { expect, test } from "vitest";
import { ConversionCache } from "../src/index.ts";
import { Scale, Square } from "./support/modules.ts";

const x = tensor([1, 2]);
const g = tensor([1, 10]);

test("forward gives output, backward gives gradInput and adds to the gradients", () => {
  const module = new Scale(2);
  expect(module.forward(x)).toBe(module.output);
  expect(module.backward(x, g)).toBe(module.gradInput);
  expect(module.gradWeight.toArray()).toEqual([1, 20]);
  module.backward(x, g, 2);
  expect(module.gradWeight.toArray()).toEqual([3, 60]);
  module.zeroGradParameters();
  expect(module.gradWeight.toArray()).toEqual([0, 0]);
});

test("parameters gives weight then bias with their gradients, and two empty lists for a module without", () => {
  const module = new Scale(2);
  expect(module.parameters()).toEqual([
    [module.weight, module.bias],
    [module.gradWeight, module.gradBias],
  ]);
  expect(new Square().parameters()).toEqual([[], []]);
});

test("updateParameters and backwardUpdate make the same step", () => {
  const slow = new Scale(2);
  const quick = slow.clone();
  slow.forward(x);
  slow.backward(x, g);
  slow.updateParameters(0.5);
  quick.forward(x);
  quick.backwardUpdate(x, g, 0.5);
  expect(quick.weight.toArray()).toEqual(slow.weight.toArray());
  expect(quick.gradWeight.sum()).toBe(0);
});

test("without the need for an input gradient, backward computes those of the parameters alone", () => {
  const module = new Scale(2);
  module.needsGradInput = false;
  module.forward(x);
  expect(module.backward(x, g).nElement()).toBe(0);
  expect(module.gradWeight.toArray()).toEqual([1, 20]);
  expect(module.backwardUpdate(x, g, 0.1).nElement()).toBe(0);
});

test("modes are set by training and evaluate", () => {
  const module = new Square();
  expect(module.train).toBe(true);
  expect(module.evaluate().train).toBe(false);
  expect(module.training().train).toBe(true);
});

test("a clone is apart from its original, and shares inside what that shares inside", () => {
  const module = new Scale(2);
  module.getParameters();
  const clone = module.clone();
  expect(clone).toBeInstanceOf(Scale);
  expect(clone.weight.storage()).toBe(clone.bias?.storage());
  expect(clone.weight.storage()).not.toBe(module.weight.storage());
  clone.weight.fill(9);
  expect(module.weight.get(0)).not.toBe(9);
});

test("a clone with names shares those tensors with its original", () => {
  const module = new Scale(2);
  const twin = module.clone("weight", "gradWeight");
  twin.weight.fill(3);
  expect(module.weight.toArray()).toEqual([3, 3]);
  twin.bias?.fill(7);
  expect(module.bias?.toArray()).not.toEqual([7, 7]);
  expect([module.shared, twin.shared]).toEqual([true, true]);
});

test("a shared module's direct update goes through its gradient buffers", () => {
  const module = new Scale(2);
  const twin = module.clone("weight", "bias", "gradWeight", "gradBias");
  const before = module.weight.clone();
  twin.forward(x);
  twin.backwardUpdate(x, g, 0.5);
  expect(module.weight.toArray()).toEqual(before.add(-0.5, tensor([1, 20])).toArray());
  expect(module.gradWeight.toArray()).toEqual([1, 20]);
});

test("sharing with a module that lacks the tensor is refused, and nothing is shared", () => {
  const module = new Scale(2);
  expect(() => module.share(new Square(), "weight")).toThrow(ArgumentError);
  expect(() => module.share(new Square(), "weight")).toThrow(
    'share: expected Scale and Square both to have a tensor "weight"',
  );
  expect(module.share(new Square(), "nothing").shared).toBe(false);
});

test("type converts floats, keeps integers, and keeps what shares memory together", () => {
  const module = Object.assign(new Scale(2), {
    indices: zeros([2], { dtype: "int32" }),
    nested: [{ buffer: zeros(2) }],
  });
  const [flat] = module.getParameters();
  expect(module.type()).toBe("float32");
  expect(module.double().type()).toBe("float64");
  expect(module.weight.dtype).toBe("float64");
  expect(module.output.dtype).toBe("float64");
  expect(module.indices.dtype).toBe("int32");
  expect(module.nested[0].buffer.dtype).toBe("float64");
  expect(module.weight.storage()).toBe(module.bias?.storage());
  expect(module.weight.storage()).not.toBe(flat.storage());
  expect(module.float().weight.dtype).toBe("float32");
});

test("type refuses what no network computes in, and converts nothing then", () => {
  const module = new Scale(2);
  // @ts-expect-error: an integer dtype
  expect(() => module.type("int32")).toThrow('type: expected "float32" or "float64", got "int32"');
  expect([module.type(), module.weight.dtype]).toEqual(["float32", "float32"]);
});

test("modules converted with one cache go on sharing", () => {
  const module = new Scale(2);
  const twin = module.clone("weight", "gradWeight");
  const cache = new ConversionCache();
  module.type("float64", cache);
  twin.type("float64", cache);
  twin.weight.fill(4);
  expect(module.weight.toArray()).toEqual([4, 4]);
});

test("clearState lets go of activations and keeps parameters", () => {
  const module = new Scale(2);
  const output = module.forward(x);
  expect(module.clearState()).toBe(module);
  expect(module.output.nElement()).toBe(0);
  expect(output.nElement()).toBe(2);
  expect(module.weight.nElement()).toBe(2);
});

test("apply, listModules, findModules and replace see a module without children as itself", () => {
  const module = new Square();
  expect(module.listModules()).toEqual([module]);
  expect(module.findModules(Square)).toEqual([[module], [module]]);
  expect(module.findModules(Scale)).toEqual([[], []]);
  const other = new Scale(1);
  expect(module.replace(() => other)).toBe(other);
  const seen: unknown[] = [];
  module.apply((each) => seen.push(each));
  expect(seen).toEqual([module]);
});

test("a module prints its class and describes itself", () => {
  expect(String(new Square())).toBe("nn.Square");
  expect(new Square().describe()).toBe("Square");
  const inspect: unknown = Reflect.get(new Square(), Symbol.for("nodejs.util.inspect.custom"));
  expect(typeof inspect === "function" && Reflect.apply(inspect, new Square(), [])).toBe("nn.Square");
});

test("a clone copies maps, sets, typed arrays and cycles", () => {
  const module = Object.assign(new Square(), {
    table: new Map([["a", randn(1)]]),
    names: new Set(["b"]),
    counts: Int32Array.of(1, 2),
    self: new Square(),
  });
  module.self = module;
  const clone = module.clone();
  expect(clone.self).toBe(clone);
  expect(clone.table.get("a")).toBeInstanceOf(Tensor);
  expect(clone.table.get("a")).not.toBe(module.table.get("a"));
  expect(clone.names.has("b")).toBe(true);
  clone.counts[0] = 5;
  expect(module.counts[0]).toBe(1);
});
