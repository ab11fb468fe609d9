import { DataError } from "@rushlight/data";
import { range, tensor } from "@rushlight/tensor";
import { describe, expect, it } from "vitest";
import { decodeNpy, encodeNpy } from "../../src/model/npy.ts";

const vector = tensor([0.1, -2.5, 3e38, 1e-40], { dtype: "float32" });

describe("NumPy files", () => {
  it.each([
    ["a vector", vector],
    [
      "a matrix",
      tensor(
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        { dtype: "float32" },
      ),
    ],
    ["three dimensions", range(1, 24, 1, { dtype: "float32" }).view(2, 3, 4)],
  ])("give back %s to the last bit", (_, tensor) => {
    const read = decodeNpy(encodeNpy(tensor));
    expect(read.size()).toEqual(tensor.size());
    expect(read.toArray()).toEqual(tensor.toArray());
  });

  it("hold a tensor that is not contiguous in row-major order", () => {
    const transposed = tensor(
      [
        [1, 2],
        [3, 4],
      ],
      { dtype: "float32" },
    ).t();
    expect(decodeNpy(encodeNpy(transposed)).toArray()).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  it("begin as NumPy's format 1.0 says, with the elements at a multiple of 64 bytes", () => {
    const bytes = encodeNpy(vector);
    const text = Buffer.from(bytes).toString("latin1");
    expect(text.slice(0, 8)).toBe("\x93NUMPY\x01\x00");
    expect(text.slice(10)).toMatch(/^\{'descr': '<f4', 'fortran_order': False, 'shape': \(4,\), \} *\n/);
    const start = 10 + bytes[8] + 256 * bytes[9];
    expect(start % 64).toBe(0);
    expect(text[start - 1]).toBe("\n");
    expect(bytes.length).toBe(start + 16);
    expect(new DataView(bytes.buffer).getFloat32(start + 4, true)).toBe(-2.5);
  });

  it.each([
    ["other bytes", Buffer.from("PK\x03\x04 and so on"), "not a NumPy file of format 1.0"],
    ["nothing", new Uint8Array(0), "not a NumPy file of format 1.0"],
    ["a file that is cut off", encodeNpy(vector).subarray(0, -1), "expected 144 bytes for its shape, got 143"],
  ])("are not read from %s", (_, bytes, message) => {
    expect(() => decodeNpy(bytes)).toThrow(new DataError(message));
  });

  it("are not read when the elements are of another type", () => {
    const bytes = encodeNpy(vector);
    bytes[10 + "{'descr': '<f".length] = "8".charCodeAt(0);
    expect(() => decodeNpy(bytes)).toThrow(/^expected float32 in row-major order, got .*<f8/);
  });
});
