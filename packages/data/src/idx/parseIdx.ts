import { formatSize } from "@rushlight/tensor";
import { DataError } from "../errors/DataError.ts";
import { type ElementType, elementTypes, type IdxTensor } from "./elementTypes.ts";

const FIXED_HEADER_BYTES = 4;
const BYTES_PER_SIZE = 4;

/**
 * The tensor that a file in the IDX format holds: the format of the MNIST digits.
 *
 * The header is two zero bytes, a type code (08 uint8, 09 int8, 0b int16, 0c int32, 0d float32, 0e float64), the number
 * of dimensions, and a 32-bit size for each; then come the elements, row-major. All numbers are big-endian. A tensor of
 * one-byte elements shares the memory of `bytes`; the others are copies.
 *
 * @param bytes a whole file, not compressed
 * @returns a tensor of the dtype and the sizes in the header
 * @throws DataError when the bytes are compressed, are not IDX, or are more or fewer than the header announces
 * @example
 * ```ts
 * import { parseIdx } from "@rushlight/data";
 *
 * const header = [0, 0, 0x08, 2, 0, 0, 0, 2, 0, 0, 0, 3];
 * const images = parseIdx(new Uint8Array([...header, 1, 2, 3, 4, 5, 6]));
 * console.log(images.dtype); // uint8
 * console.log(images.toArray()); // [ [ 1, 2, 3 ], [ 4, 5, 6 ] ]
 * ```
 */
export function parseIdx(bytes: Uint8Array): IdxTensor {
  const elementType = checkMagicNumber(bytes);
  const size = readSizes(bytes);
  const headerBytes = FIXED_HEADER_BYTES + BYTES_PER_SIZE * size.length;
  const expected = headerBytes + size.reduce((product, extent) => product * extent, elementType.bytes);
  if (bytes.length !== expected) {
    const problem = bytes.length < expected ? "truncated" : "too long";
    throw new DataError(
      `${problem}: expected ${expected} bytes for the sizes ${formatSize(size)} in its header, got ${bytes.length}`,
    );
  }
  return elementType.read(new DataView(bytes.buffer, bytes.byteOffset + headerBytes, expected - headerBytes), size);
}

function checkMagicNumber(bytes: Uint8Array): ElementType {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    throw new DataError("compressed with gzip: decompress the bytes before parsing them");
  }
  if (bytes.length < FIXED_HEADER_BYTES) {
    throw new DataError(`not IDX: expected a header of at least ${FIXED_HEADER_BYTES} bytes, got ${bytes.length}`);
  }
  const elementType = elementTypes.get(bytes[2]);
  if (bytes[0] !== 0 || bytes[1] !== 0 || elementType === undefined || bytes[3] === 0) {
    const magic = [...bytes.subarray(0, FIXED_HEADER_BYTES)].map((byte) => byte.toString(16).padStart(2, "0"));
    throw new DataError(
      `not IDX: expected the bytes 00 00, a type code (08, 09, 0b to 0e) and at least 1 dimension, got ${magic.join(" ")}`,
    );
  }
  return elementType;
}

function readSizes(bytes: Uint8Array): readonly number[] {
  const dimensions = bytes[3];
  const headerBytes = FIXED_HEADER_BYTES + BYTES_PER_SIZE * dimensions;
  if (bytes.length < headerBytes) {
    throw new DataError(
      `truncated: expected a header of ${headerBytes} bytes for ${dimensions} dimensions, got ${bytes.length} bytes`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, headerBytes);
  const size = Array.from({ length: dimensions }, (_, d) => view.getUint32(FIXED_HEADER_BYTES + BYTES_PER_SIZE * d));
  if (size.includes(0)) {
    throw new DataError(`without elements: expected sizes of at least 1, got ${formatSize(size)}`);
  }
  return size;
}
