import { describe, expect, it } from "vitest";
import { DataError, parseIdx } from "../src/index.ts";
import { idxBytes } from "./idxBytes.ts";

function elements(byteLength: number, write: (view: DataView) => void): Uint8Array {
  const view = new DataView(new ArrayBuffer(byteLength));
  write(view);
  return new Uint8Array(view.buffer);
}

describe("parseIdx", () => {
  it("reads unsigned bytes in row-major order", () => {
    const images = parseIdx(idxBytes(0x08, [2, 1, 3], [1, 2, 3, 253, 254, 255]));
    expect(images.dtype).toBe("uint8");
    expect(images.toArray()).toEqual([[[1, 2, 3]], [[253, 254, 255]]]);
  });

  it("reads signed bytes", () => {
    const bytes = parseIdx(idxBytes(0x09, [3], [0, 127, 128]));
    expect(bytes.dtype).toBe("int8");
    expect(bytes.toArray()).toEqual([0, 127, -128]);
  });

  it("reads big-endian 16-bit integers", () => {
    const shorts = parseIdx(
      idxBytes(
        0x0b,
        [2],
        elements(4, (view) => {
          view.setInt16(0, -2);
          view.setInt16(2, 258);
        }),
      ),
    );
    expect(shorts.dtype).toBe("int16");
    expect(shorts.toArray()).toEqual([-2, 258]);
  });

  it("reads big-endian 32-bit integers", () => {
    const integers = parseIdx(
      idxBytes(
        0x0c,
        [1, 2],
        elements(8, (view) => {
          view.setInt32(0, -70_000);
          view.setInt32(4, 16_909_060);
        }),
      ),
    );
    expect(integers.dtype).toBe("int32");
    expect(integers.toArray()).toEqual([[-70_000, 16_909_060]]);
  });

  it("reads big-endian 32-bit floats", () => {
    const floats = parseIdx(
      idxBytes(
        0x0d,
        [2],
        elements(8, (view) => {
          view.setFloat32(0, -0.15625);
          view.setFloat32(4, 1e10);
        }),
      ),
    );
    expect(floats.dtype).toBe("float32");
    expect(floats.toArray()).toEqual([-0.15625, 1e10]);
  });

  it("reads big-endian 64-bit floats", () => {
    const doubles = parseIdx(
      idxBytes(
        0x0e,
        [2],
        elements(16, (view) => {
          view.setFloat64(0, Math.PI);
          view.setFloat64(8, -1e-300);
        }),
      ),
    );
    expect(doubles.dtype).toBe("float64");
    expect(doubles.toArray()).toEqual([Math.PI, -1e-300]);
  });

  it("reads bytes that begin in the middle of a buffer", () => {
    const file = idxBytes(0x08, [2], [7, 9]);
    const padded = new Uint8Array([1, 1, 1, ...file, 5, 5]);
    expect(parseIdx(padded.subarray(3, 3 + file.length)).toArray()).toEqual([7, 9]);
  });

  it("shares the memory of one-byte elements", () => {
    const file = idxBytes(0x08, [2], [7, 9]);
    const tensor = parseIdx(file);
    file[file.length - 1] = 10;
    expect(tensor.toArray()).toEqual([7, 10]);
  });

  it("names the bytes expected and those that came when the file is truncated", () => {
    const file = idxBytes(0x0c, [2, 3], new Uint8Array(24));
    expect(() => parseIdx(file.subarray(0, 35))).toThrow(
      new DataError("truncated: expected 36 bytes for the sizes [2, 3] in its header, got 35"),
    );
  });

  it("refuses bytes after the last element", () => {
    expect(() => parseIdx(idxBytes(0x08, [2], [1, 2, 3]))).toThrow(
      new DataError("too long: expected 10 bytes for the sizes [2] in its header, got 11"),
    );
  });

  it("refuses a header that ends within the sizes", () => {
    expect(() => parseIdx(idxBytes(0x08, [2, 3, 4], []).subarray(0, 15))).toThrow(
      new DataError("truncated: expected a header of 16 bytes for 3 dimensions, got 15 bytes"),
    );
  });

  it("refuses fewer bytes than any header has", () => {
    expect(() => parseIdx(new Uint8Array(3))).toThrow(
      new DataError("not IDX: expected a header of at least 4 bytes, got 3"),
    );
    expect(() => parseIdx(new Uint8Array(0))).toThrow(/got 0$/);
  });

  it.each([
    ["bytes before the type code that are not zero", [0, 1, 0x08, 1]],
    ["an unknown type code", [0, 0, 0x0a, 1]],
    ["no dimensions", [0, 0, 0x08, 0]],
    ["a zip archive", [0x50, 0x4b, 0x03, 0x04]],
  ])("refuses %s and shows the magic number", (_, magic) => {
    const shown = magic.map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
    expect(() => parseIdx(Uint8Array.from([...magic, 0, 0, 0, 0]))).toThrow(DataError);
    expect(() => parseIdx(Uint8Array.from([...magic, 0, 0, 0, 0]))).toThrow(new RegExp(`^not IDX: .* got ${shown}$`));
  });

  it("asks to decompress gzip first", () => {
    expect(() => parseIdx(Uint8Array.of(0x1f, 0x8b, 0x08, 0))).toThrow(
      new DataError("compressed with gzip: decompress the bytes before parsing them"),
    );
  });

  it("refuses a size of zero", () => {
    expect(() => parseIdx(idxBytes(0x08, [0, 28], []))).toThrow(
      new DataError("without elements: expected sizes of at least 1, got [0, 28]"),
    );
  });

  it("is not confused by sizes whose product is beyond 32 bits", () => {
    expect(() => parseIdx(idxBytes(0x08, [0xffffffff, 0xffffffff], [1]))).toThrow(
      /^truncated: expected 18446744065119617000 bytes/,
    );
  });
});
