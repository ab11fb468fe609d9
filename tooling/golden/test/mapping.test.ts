import { MSECriterion } from "@rushlight/nn";
import { type Tensor, zeros } from "@rushlight/tensor";
import { describe, expect, test } from "vitest";
import { decodeSpec, decodeValue } from "../src/fixtures/decode.ts";
import { LuaStorage, LuaTensor } from "../src/fixtures/values.ts";
import { buildCriterion, buildModule, buildWithArguments, plainFields } from "../src/mapping/build.ts";
import { inputOfFirstChild, inputsOfChildren, mapInput, mapTarget } from "../src/mapping/containers.ts";
import { given } from "../src/mapping/given.ts";
import { labels, zeroBasedIndices, zeroBasedTensor } from "../src/mapping/indices.ts";
import { LuaArguments } from "../src/mapping/LuaArguments.ts";
import { missingClasses } from "../src/mapping/missingClasses.ts";
import { registry } from "../src/mapping/registry.ts";
import type { Registry } from "../src/mapping/rows.ts";
import { Probe } from "./Probe.ts";

const long = (...data: number[]): LuaTensor => new LuaTensor("long", [data.length], data);
const double = (...data: number[]): LuaTensor => new LuaTensor("double", [data.length], data);

describe("arguments of Lua", () => {
  test("are read as what they mean: dimensions and indices count from 0, negative ones from the end", () => {
    const args = new LuaArguments("f", [1, -1, 3, 2, "inf"]);
    expect([args.dimension(0), args.dimension(1), args.index(2), args.optionalLabel(3)]).toEqual([0, -1, 2, 1]);
  });

  test("that are left out or nil are undefined", () => {
    const args = new LuaArguments("f", [null]);
    expect([args.optionalNumber(0), args.optionalBoolean(1), args.optionalTensor(2)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("hold sizes one by one or in a storage", () => {
    expect(new LuaArguments("f", [2, -1]).sizes(0)).toEqual([2, -1]);
    expect(new LuaArguments("f", [new LuaStorage([2, 3])]).sizes(0)).toEqual([2, 3]);
  });

  test("of another kind than a row expects name the position", () => {
    expect(() => new LuaArguments("Linear", [3, "four"]).number(1)).toThrow(
      'Linear: expected a number as argument 2, got "four"',
    );
    expect(() => new LuaArguments("Linear", []).number(0)).toThrow("argument 1, got nil");
  });

  test("that a row overlooks are an error", () => {
    const args = new LuaArguments("Linear", [3, null, false]);
    args.number(0);
    expect(() => args.checkAllRead()).toThrow("Linear: argument 3 is false, which the mapping does not know");
    args.boolean(2);
    expect(() => args.checkAllRead()).not.toThrow();
  });

  test("hold tensors of indices that count from 0 in int32", () => {
    const indices = new LuaArguments("f", [long(1, 3)]).indices(0);
    expect(indices.dtype).toBe("int32");
    expect(indices.toArray()).toEqual([0, 2]);
  });
});

describe("indices and labels", () => {
  test("of long tensors count from 0 on the way into a module, in tables too", () => {
    expect(zeroBasedIndices([long(1, 5), double(1)])).toEqual([long(0, 4), double(1)]);
  });

  test("of criterions count from 0 as numbers and in tensors of any dtype; 0, which is no class, becomes −1", () => {
    expect(labels(4)).toBe(3);
    expect(labels(double(3, 1, 0))).toEqual(long(2, 0, -1));
    expect(mapTarget(double(2), decodeSpec({ class: "ClassNLLCriterion" }, "here"), registry)).toEqual(long(1));
    expect(mapTarget(double(2), decodeSpec({ class: "MSECriterion" }, "here"), registry)).toEqual(double(2));
  });

  test.each(["ClassNLLCriterion", "CrossEntropyCriterion"])(
    "that %s ignores without being told are ignored here",
    (name) => {
      const spec = decodeSpec({ class: name }, "here");
      const criterion = buildCriterion(spec, registry);
      const scores = zeros(1, 3).to(criterion.type());
      expect(criterion.forward(scores, mapTarget(-100, spec, registry))).toBe(0);
    },
  );

  test("count from 0 behind a module of a ModuleCriterion too", () => {
    const args = [{ class: "ClassNLLCriterion" }, null, { class: "Identity" }];
    const spec = decodeSpec({ class: "ModuleCriterion", args }, "here");
    expect(mapTarget(double(2), spec, registry)).toEqual(long(1));
  });
});

test("settings are plain objects, those inside of settings too", () => {
  const options = new Map([["c1", 0.1]]);
  expect(plainFields(new Map([["lineSearchOptions", options]]))).toEqual({ lineSearchOptions: { c1: 0.1 } });
});

test("options that Lua leaves out are left out here, so that the defaults apply", () => {
  expect(given({ bias: undefined, inplace: false })).toEqual({ inplace: false });
});

describe("what containers take", () => {
  const rows: Registry = {
    modules: {
      Chain: { create: () => new Probe(), input: inputOfFirstChild },
      Branches: { create: () => new Probe(), input: inputsOfChildren },
      Lookup: {
        create: () => new Probe(),
        input: (value) => (value instanceof LuaTensor ? zeroBasedTensor(value) : value),
      },
      Plain: { create: () => new Probe() },
    },
    criterions: {},
  };

  test("is mapped by the children that it reaches, to any depth", () => {
    const spec = decodeSpec(
      {
        class: "Chain",
        children: [
          { class: "Branches", children: [{ class: "Chain", children: [{ class: "Lookup" }] }, { class: "Plain" }] },
        ],
      },
      "here",
    );
    expect(mapInput([double(1, 2), double(1, 2)], spec, rows)).toEqual([long(0, 1), double(1, 2)]);
  });

  test("holds indices in long tensors when no child says otherwise", () => {
    const spec = decodeSpec({ class: "Chain" }, "here");
    expect(mapInput([long(1), double(1)], spec, rows)).toEqual([long(0), double(1)]);
  });
});

describe("building", () => {
  const built: Probe[] = [];
  const rows: Registry = {
    modules: {
      Probe: {
        create: (a) => {
          const probe = new Probe(...(a.has(0) ? [a.module(0)] : []));
          built.push(probe);
          return probe;
        },
      },
      Chatty: {
        create: () => new Probe(),
        calls: { setRows: (module, a) => module.reset(a.number(0)) },
        config: { eps: (module, value) => void Reflect.set(module, "loss", value) },
      },
      Criticised: { create: (a) => new Probe(a.criterion(0)) },
    },
    criterions: { MSECriterion: { create: () => new MSECriterion() } },
  };
  const build = (json: object): Probe => {
    built.length = 0;
    const module = buildModule(decodeSpec({ class: "Probe", ...json }, "here"), rows);
    if (module instanceof Probe) return module;
    throw new Error("expected a Probe");
  };

  test("makes the modules among the arguments first, then the module, then its children", () => {
    const outer = build({ args: [{ class: "Probe" }], children: [{ class: "Probe" }] });
    const [argument, itself, child] = built;
    expect(itself).toBe(outer);
    expect(outer.received).toEqual([argument]);
    expect(outer.log).toEqual([[child]]);
    expect(
      buildWithArguments(decodeSpec({ class: "Probe", args: [{ class: "Probe" }] }, "here"), rows).argumentModules,
    ).toHaveLength(1);
  });

  test("makes criterions among the arguments", () => {
    const module = buildModule(decodeSpec({ class: "Criticised", args: [{ class: "MSECriterion" }] }, "here"), rows);
    expect(module instanceof Probe && module.received[0]).toBeInstanceOf(MSECriterion);
  });

  test("passes a weight as the second argument of add", () => {
    expect(build({ children: [{ class: "Probe", weight: 0.5 }] }).log).toEqual([[built[1], 0.5]]);
  });

  test("sets fields in camel case, and copies tensors into the tensors that are there", () => {
    const probe = build({});
    const mean = probe.runningMean;
    const changed = build({
      config: { sizeAverage: false, running_mean: { dtype: "double", size: [2], data: [3, 4] } },
    });
    expect(changed.sizeAverage).toBe(false);
    expect(changed.runningMean.toArray()).toEqual([3, 4]);
    expect(mean.toArray()).toEqual([0, 0]);
  });

  test("refuses a field or a method that does not exist", () => {
    expect(() => build({ config: { ceil_mode: true } })).toThrow("Probe has no field ceilMode");
    expect(() => build({ calls: [["ceil"]] })).toThrow("Probe has no method ceil");
  });

  test("calls methods with indices from 0 and sizes as arrays", () => {
    const partition = decodeValue({ dtype: "long", size: [2], data: [2, 4] }, "here");
    expect(partition).toEqual(long(2, 4));
    const probe = build({
      calls: [["setPartition", { dtype: "long", size: [2], data: [2, 4] }, { storage: "long", data: [2, 3] }, 7, null]],
    });
    const [[indices, ...others]] = probe.log as [[Tensor, ...unknown[]]];
    expect(indices.toArray()).toEqual([1, 3]);
    expect(others).toEqual([[2, 3], 7, undefined]);
  });

  test("follows the row where a method or field has another name here", () => {
    const module = buildModule(
      decodeSpec({ class: "Chatty", config: { eps: 3 }, calls: [["setRows", 2]] }, "here"),
      rows,
    );
    expect(module instanceof Probe && module.loss).toBe(3);
    expect(() => buildModule(decodeSpec({ class: "Chatty", calls: [["setRows", 2, 5]] }, "here"), rows)).toThrow(
      "Chatty.setRows: argument 2 is 5",
    );
  });

  test("finds every class without a counterpart, in arguments and children to any depth", () => {
    const spec = decodeSpec(
      {
        class: "Probe",
        args: [[{ class: "A" }], { class: "Probe", children: [{ class: "B" }] }],
        children: [{ class: "toString" }, { class: "A" }],
      },
      "here",
    );
    expect(missingClasses(spec, rows)).toEqual(["A", "B", "toString"]);
  });
});
