import { inspect } from "node:util";
import { beforeEach, describe, expect, test } from "vitest";
import { fromMessage, Storage, storageAllocations, Tensor, tensor } from "../src/index.ts";
import { callAnyhow } from "./callAnyhow.ts";

describe("typed arrays", () => {
  test("are copied unless they are to be shared", () => {
    const array = new Float32Array([1, 2, 3, 4]);
    const copied = tensor(array, { size: [2, 2] });
    const shared = tensor(array, { size: [2, 2], share: true });
    array[3] = 9;
    expect(copied.get(1, 1)).toBe(4);
    expect(shared.get(1, 1)).toBe(9);
    shared.fill(0);
    expect([...array]).toEqual([0, 0, 0, 0]);
    expect(shared.data).toBe(array);
  });

  test("may be shared by several tensors, each over its own part", () => {
    const buffer = new ArrayBuffer(32);
    const first = tensor(new Float32Array(buffer, 0, 4), { share: true });
    const second = tensor(new Float32Array(buffer, 16, 4), { share: true });
    first.fill(1);
    expect([...second]).toEqual([0, 0, 0, 0]);
  });

  test("are converted when another dtype is asked for, and then can not be shared", () => {
    expect(tensor(new Float64Array([1.7, -1.7]), { dtype: "int8" }).toArray()).toEqual([1, -1]);
    expect(() => tensor(new Float64Array(2), { dtype: "int8", share: true })).toThrow(
      "tensor: expected float64 to share the array's memory, got int8",
    );
  });

  test("of other kinds, and sizes that do not fit, are refused", () => {
    expect(() => callAnyhow(tensor, undefined, [new Uint16Array(2)])).toThrow(
      "tensor: expected nested arrays, or a typed array of float64, float32, int32, int16, int8, uint8; got Uint16Array",
    );
    expect(() => tensor(new Float32Array(5), { size: [2, 2] })).toThrow(
      "tensor: expected a size of 5 elements, as the array has, got [2, 2]",
    );
    expect(() => callAnyhow(tensor, undefined, [[1, 2], { share: true }])).toThrow(
      'tensor: expected options named dtype, got "share"',
    );
  });

  test("come out as copies, in row-major order", () => {
    const x = tensor([
      [1, 2],
      [3, 4],
    ]);
    expect(x.t().toTypedArray()).toEqual(new Float32Array([1, 3, 2, 4]));
    x.toTypedArray().fill(0);
    expect(x.get(0, 0)).toBe(1);
  });
});

describe("iteration", () => {
  test("gives the elements in row-major order", () => {
    const x = tensor([
      [1, 2],
      [3, 4],
    ]).t();
    expect([...x]).toEqual([1, 3, 2, 4]);
    expect(Array.from(x.values())).toEqual([1, 3, 2, 4]);
    expect([...new Tensor()]).toEqual([]);
  });

  test("reads elements as they are when their turn comes", () => {
    const x = tensor([1, 2, 3]);
    const seen: number[] = [];
    for (const element of x) {
      seen.push(element);
      x.fill(7);
    }
    expect(seen).toEqual([1, 7, 7]);
  });
});

describe("messages", () => {
  test.each(["float64", "float32", "int32", "int16", "int8", "uint8"] as const)("carry %s tensors", (dtype) => {
    const x = tensor([[1, 2, 3]], { dtype });
    const copy = fromMessage(structuredClone(x.toMessage()));
    expect(copy.equal(x)).toBe(true);
    copy.fill(0);
    expect(x.get(0, 2)).toBe(3);
  });

  test("carry no more than the tensor's own elements", () => {
    const base = new Tensor([1000]);
    expect(base.narrow(0, 10, 5).toMessage().data.buffer.byteLength).toBe(20);
    expect(base.view(10, 100).t().toMessage().data.length).toBe(1000);
  });

  test("share memory with a tensor that fills its buffer, and with what is made of them", () => {
    const x = tensor([1, 2]);
    const before = storageAllocations();
    const message = x.toMessage();
    expect(message.data).toBe(x.data);
    fromMessage(message).fill(5);
    expect(x.toArray()).toEqual([5, 5]);
    expect(storageAllocations()).toBe(before);
  });

  test("do not copy memory that threads share", () => {
    const memory = new Float32Array(new SharedArrayBuffer(40));
    const part = new Tensor(new Storage("float32", memory), 2, [3]);
    expect(part.toMessage().data.buffer).toBe(memory.buffer);
  });

  test("copy resident tensors, which nobody elsewhere can keep from being freed", () => {
    const x = new Tensor([3], { resident: true }).fill(2);
    const message = x.toMessage();
    x.fill(0);
    expect([...message.data]).toEqual([2, 2, 2]);
  });

  test("carry an empty tensor", () => {
    expect(fromMessage(structuredClone(new Tensor().toMessage())).dim()).toBe(0);
  });

  test("that describe no tensor are refused", () => {
    const from = (message: unknown) => () => callAnyhow(fromMessage, undefined, [message]);
    expect(from(null)).toThrow("fromMessage: expected { dtype, size, data }, got null");
    expect(from({ dtype: "float16", size: [1], data: [] })).toThrow("expected a dtype");
    expect(from({ dtype: "int8", size: [1], data: [1] })).toThrow(
      "fromMessage: expected a typed array of int8, got Array",
    );
    expect(from({ dtype: "int8", size: [2], data: new Int8Array(3) })).toThrow(
      "fromMessage: expected 2 elements for size [2], got 3",
    );
  });
});

test("Node's inspect shows what toString gives", () => {
  const x = tensor([[1.5, 2]]);
  expect(inspect(x)).toBe(x.toString());
  expect(inspect({ x })).toContain("[float32 tensor of size 1x2]");
});

describe("arguments of the wrong kind", () => {
  let x = tensor([1, 2]);
  beforeEach(() => {
    x = tensor([1, 2]);
  });
  const call = (name: "mul" | "cmul" | "add" | "copy" | "fill" | "lt" | "clamp", ...args: unknown[]) => {
    return () => callAnyhow(x[name], x, args);
  };

  test.each([
    ["mul", [undefined], "mul: expected a number, got undefined"],
    ["mul", ["3"], 'mul: expected a number, got "3"'],
    ["fill", [], "fill: expected a number, got undefined"],
    ["cmul", [3], "cmul: expected a tensor, got 3"],
    ["cmul", [[1, 2]], "cmul: expected a tensor, got an array"],
    ["add", [], "add: expected a tensor, got undefined"],
    ["add", [2, "x"], 'add: expected a tensor, got "x"'],
    ["copy", [null], "copy: expected a tensor, got null"],
    ["lt", ["a"], 'lt: expected a number, got "a"'],
    ["clamp", [2, 1], "clamp: expected a lower limit up to the upper one, got 2 and 1"],
  ] as const)("%s(%j) is refused and changes nothing", (name, args, message) => {
    expect(call(name, ...args)).toThrow(message);
    expect(x.toArray()).toEqual([1, 2]);
  });
});

test("what asks for another tensor's size refuses what is none", () => {
  const x = tensor([1, 2]);
  for (const name of ["isSameSizeAs", "resizeAs", "viewAs", "expandAs"] as const) {
    expect(() => callAnyhow(x[name], x, [[1, 2]])).toThrow(`${name}: expected a tensor, got an array`);
  }
  expect(x.toArray()).toEqual([1, 2]);
});
