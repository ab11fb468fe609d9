import { describe, expect, test } from "vitest";
import * as rushlight from "../src/index.ts";
import { callAnyhow } from "./callAnyhow.ts";

const { Tensor, tensor, isTensor } = rushlight;

/** The methods that change a tensor and have a function of the same name, with the arguments behind the tensor. */
const y = () => tensor([0.5, 2, -1.5], { dtype: "float64" });
const whole = () => tensor([5, 2, -7], { dtype: "int32" });
const floats: Readonly<Record<string, readonly unknown[]>> = {
  abs: [],
  acos: [],
  add: [y()],
  addcdiv: [2, y(), y()],
  addcmul: [2, y(), y()],
  asin: [],
  atan: [],
  atan2: [y()],
  cdiv: [y()],
  ceil: [],
  cfmod: [y()],
  cinv: [],
  clamp: [-0.25, 0.75],
  cmax: [y()],
  cmin: [0.25],
  cmul: [y()],
  cos: [],
  cosh: [],
  cpow: [y()],
  cremainder: [y()],
  csub: [3, y()],
  div: [4],
  exp: [],
  floor: [],
  fmod: [0.3],
  frac: [],
  indexAdd: [0, tensor([2, 2], { dtype: "int32" }), tensor([1, 10], { dtype: "float64" })],
  indexCopy: [0, tensor([2, 0], { dtype: "int32" }), tensor([1, 10], { dtype: "float64" })],
  indexFill: [0, tensor([1], { dtype: "int32" }), 8],
  lerp: [y(), 0.25],
  log: [],
  log1p: [],
  maskedCopy: [tensor([1, 0, 1], { dtype: "uint8" }), y()],
  maskedFill: [tensor([1, 0, 1], { dtype: "uint8" }), 8],
  mul: [3],
  neg: [],
  pow: [2],
  remainder: [0.3],
  round: [],
  rsqrt: [],
  scatter: [0, tensor([2, 0], { dtype: "int32" }), tensor([1, 10], { dtype: "float64" })],
  scatterAdd: [0, tensor([2, 2], { dtype: "int32" }), tensor([1, 10], { dtype: "float64" })],
  sigmoid: [],
  sign: [],
  sin: [],
  sinh: [],
  sqrt: [],
  tan: [],
  tanh: [],
  trunc: [],
};
const bits: Readonly<Record<string, readonly unknown[]>> = {
  bitand: [6],
  bitor: [6],
  bitxor: [6],
  cbitand: [whole()],
  cbitor: [whole()],
  cbitxor: [whole()],
  clshift: [tensor([1, 2, 3], { dtype: "int32" })],
  crshift: [tensor([1, 2, 3], { dtype: "int32" })],
  lshift: [2],
  rshift: [2],
};

describe("a function gives what the method of its name makes of a copy, and leaves its operand alone", () => {
  test.each([...Object.entries(floats), ...Object.entries(bits)])("%s", (name, args) => {
    const x = name in bits ? whole() : tensor([0.9, -0.4, 0.1], { dtype: "float64" });
    const before = x.clone();
    const copy = x.clone();
    expect(callAnyhow(Reflect.get(copy, name), copy, args)).toBe(copy);
    const result = callAnyhow(Reflect.get(rushlight, name), undefined, [x, ...args]);
    expect(isTensor(result) && [...result]).toEqual([...copy]);
    expect(x.equal(before)).toBe(true);
  });
});

test("every method that changes a tensor and returns it has its function, but for those that only fill or convert", () => {
  const without = ["apply", "copy", "fill", "map", "put", "resize", "resizeAs", "set", "zero"];
  const random = ["bernoulli", "cauchy", "exponential", "geometric", "logNormal", "normal", "random", "uniform"];
  const elsewhere = ["addbmm", "addmm", "addmv", "addr", "baddbmm", "renorm"];
  const methods = new Set([...Object.keys(floats), ...Object.keys(bits), ...without, ...random, ...elsewhere]);
  const queries = allMethods().filter((name) => !methods.has(name));
  for (const name of queries) {
    const x = tensor([[0.5, 0.25]], { dtype: "float64" });
    let result: unknown;
    try {
      result = callAnyhow(Reflect.get(x, name), x, []);
    } catch {
      continue;
    }
    // What gives the tensor itself without being told more must be a method known to change nothing.
    if (result === x) expect(["contiguous"]).toContain(name);
  }
  for (const name of elsewhere) expect(Reflect.get(rushlight, name), name).toBeTypeOf("function");
});

function allMethods(): string[] {
  const names = new Set<string>();
  for (let level: object | null = Tensor.prototype; level && level !== Object.prototype; ) {
    for (const name of Object.getOwnPropertyNames(level)) {
      const descriptor = Object.getOwnPropertyDescriptor(level, name);
      if (name !== "constructor" && typeof descriptor?.value === "function") names.add(name);
    }
    const parent: unknown = Object.getPrototypeOf(level);
    level = typeof parent === "object" ? parent : null;
  }
  return [...names];
}
