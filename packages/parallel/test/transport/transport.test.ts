import { deserialize, serialize } from "node:v8";
import { type Activation, type AnyModule, isTable, recursiveClone } from "@rushlight/module";
import * as nn from "@rushlight/nn";
import * as parts from "@rushlight/nn/parts";
import { ArgumentError, Generator, isTensor, manualSeed, type Storage, Tensor, tensor } from "@rushlight/tensor";
import { describe, expect, test } from "vitest";
import { describeModule } from "../../src/transport/describeModule.ts";
import type { ModuleDescription } from "../../src/transport/ModuleDescription.ts";
import { rebuildModule } from "../../src/transport/rebuildModule.ts";
import { elements, normal } from "../support/training.ts";

/** As another thread makes it. */
function sent<T extends object>(subject: AnyModule | nn.Criterion, type: abstract new (...args: never[]) => T): T {
  const description = deserialize(serialize(describeModule("send", subject, new Map()))) as ModuleDescription;
  const rebuilt = rebuildModule(description, {});
  if (rebuilt instanceof type) return rebuilt;
  throw new Error("expected the same class");
}

const image = normal([2, 2, 6, 6]);
const indices = tensor([0, 2, 1], { dtype: "int32" });
const pair = [normal([2, 3]), normal([2, 3], 5)];
const connections = nn.tables.full(2, 3);

/** Modules that have all parts between them that modules are made of, with inputs. */
const rows: readonly (readonly [AnyModule, Activation])[] = [
  [
    nn.sequential(new nn.Linear(6, 4), new nn.Tanh(), new nn.Dropout(0.3, { generator: new Generator(2) })),
    normal([3, 6]),
  ],
  [new nn.MapTable(new nn.Linear(3, 2)), pair],
  [new nn.WeightNorm(new nn.Linear(3, 2)), normal([2, 3])],
  [new nn.DontCast(new nn.Linear(3, 2)), normal([2, 3])],
  [nn.sequential(new nn.Linear(3, 2), new nn.Profile(new nn.Tanh())), normal([2, 3])],
  [new nn.LookupTable(3, 2), indices],
  [
    new nn.SparseLinear(4, 2),
    tensor([
      [1, 0.5],
      [3, 2],
    ]),
  ],
  [new nn.IndexLinear(4, 2), [tensor([1, 3], { dtype: "int32" }), tensor([0.5, 2])]],
  [new nn.BatchNormalization(3), normal([4, 3])],
  [new nn.LayerNormalization(3), normal([4, 3])],
  [new nn.SpatialConvolution(2, 3, 3, 3), image],
  [new nn.SpatialConvolutionLocal(2, 3, 6, 6, 3, 3), image],
  [new nn.SpatialConvolutionMap(connections, 3, 3), image],
  [new nn.SpatialFullConvolution(2, 3, 3, 3), image],
  [new nn.SpatialDepthWiseConvolution(2, 3, 3, 3), image],
  [new nn.TemporalConvolution(2, 3, 2), normal([5, 2])],
  [new nn.TemporalConvolution(2, 3, 2, 3), normal([8, 2])],
  [new nn.TemporalRowConvolution(2, 2), normal([5, 2])],
  [new nn.SpatialAdaptiveMaxPooling(2, 2), image],
  [new nn.SpatialFractionalMaxPooling(2, 2, 3, 3), image],
  [new nn.SpatialZeroPadding(1, 1, 1, 1), image],
  [new nn.SpatialReflectionPadding(1, 1, 1, 1), image],
  [new nn.SpatialReplicationPadding(1, 1, 1, 1), image],
  [new nn.SpatialUpSamplingNearest(2), image],
  [new nn.SpatialUpSamplingBilinear(2), image],
];

/** All classes and functions in the fields of an object. */
function madeOf(object: object): Set<unknown> {
  const found = new Set<unknown>();
  const seen = new Set<unknown>();
  const visit = (value: unknown): void => {
    if (seen.has(value)) return;
    seen.add(value);
    if (typeof value === "function") found.add(value);
    if (typeof value !== "object" || value === null || isTensor(value) || ArrayBuffer.isView(value)) return;
    found.add(value.constructor);
    for (const field of Object.values(value)) visit(field);
  };
  visit(object);
  return found;
}

describe("A module that is sent computes the same", () => {
  test.each(rows.map(([module, input]) => [module.describe(), module, input] as const))(
    "%s",
    (_name, module, input) => {
      const copy = sent(module, nn.Module);
      expect(copy.constructor).toBe(module.constructor);
      manualSeed(5);
      const expected: Activation = module.forward(recursiveClone(input));
      manualSeed(5);
      const output: Activation = copy.forward(recursiveClone(input) as Tensor);
      expect(isTable(output)).toBe(isTable(expected));
      expect(elements(output)).toEqual(elements(expected));
      // Also when it has been at work, and afterwards has let go of what is computed anew.
      manualSeed(5);
      const again: Activation = sent(module.clone().clearState(), nn.Module).forward(recursiveClone(input) as Tensor);
      expect(isTable(again)).toBe(isTable(expected));
    },
  );

  test("whatever modules are made of", () => {
    const used = new Set(rows.flatMap(([module]) => [...madeOf(module)]));
    expect(
      Object.entries(parts)
        .filter(([, part]) => !used.has(part))
        .map(([name]) => name),
    ).toEqual([]);
  });
});

describe("What is one object, or one memory, stays so", () => {
  test("in modules that come twice and tensors that share", () => {
    const twice = new nn.Linear(2, 2);
    const twin = new nn.Linear(2, 2).share(twice, "weight", "gradWeight");
    const copy = sent(nn.sequential(twice, twin, twice), nn.Sequential);
    expect(copy.modules[2]).toBe(copy.modules[0]);
    expect(copy.modules[1].weight?.storage()).toBe(copy.modules[0].weight?.storage());
  });

  test("with storages that both sides have, whose elements are not sent", () => {
    const linear = new nn.Linear(2, 2);
    const [parameters] = linear.getParameters();
    const description = describeModule("send", linear, new Map<Storage, string>([[parameters.storage(), "flat"]]));
    const flat = new Tensor([6]).fill(4);
    const copy = rebuildModule(structuredClone(description), { flat: flat.storage() });
    if (!(copy instanceof nn.Linear)) throw new Error("expected a Linear");
    expect(copy.weight.storage()).toBe(flat.storage());
    expect(copy.weight.sum()).toBe(16);
  });
});

test("a criterion is sent with its settings", () => {
  const criterion = new nn.CrossEntropyCriterion({ weights: tensor([1, 2]), ignoreIndex: 1, sizeAverage: false });
  const copy = sent(criterion, nn.CrossEntropyCriterion);
  expect([copy.sizeAverage, copy.ignoreIndex, copy.weights?.toArray()]).toEqual([false, 1, [1, 2]]);
});

test("what nn does not export is refused, with its place", () => {
  class Own {}
  const linear = Object.assign(new nn.Linear(2, 2), { extra: { deep: [new Own()] } });
  expect(() => describeModule("send", nn.sequential(linear), new Map())).toThrow(
    new ArgumentError(
      "send: expected a network of what @rushlight/nn exports, got an object of the class Own (at Sequential › 0 › Linear.extra.deep[0]); give a file that makes the network instead, see DataParallel.load",
    ),
  );
});
