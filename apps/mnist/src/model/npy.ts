import { DataError } from "@rushlight/data";
import { type Size, Tensor } from "@rushlight/tensor";

const MAGIC = "\x93NUMPY\x01\x00";
const ALIGNMENT = 64;
const LENGTH_BYTES = 2;
const FLOAT_BYTES = 4;

/**
 * A tensor as a NumPy file (format 1.0) of little-endian float32: `numpy.load` opens it, and so does {@link decodeNpy}.
 *
 * @param tensor any size, contiguous or not
 */
export function encodeNpy(tensor: Tensor<"float32">): Uint8Array {
  const header = headerFor(tensor.size());
  const bytes = new Uint8Array(header.length + FLOAT_BYTES * tensor.nElement());
  for (let i = 0; i < header.length; i++) bytes[i] = header.charCodeAt(i);
  const view = new DataView(bytes.buffer, header.length);
  const { data } = tensor.contiguous();
  for (let i = 0; i < data.length; i++) view.setFloat32(FLOAT_BYTES * i, data[i], true);
  return bytes;
}

/**
 * The tensor in a NumPy file of little-endian float32 in row-major order: what {@link encodeNpy} writes.
 *
 * @throws DataError for any other file, or one that is cut off
 */
export function decodeNpy(bytes: Uint8Array): Tensor<"float32"> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = String.fromCharCode(...bytes.subarray(0, 1024));
  const prefix = MAGIC.length + LENGTH_BYTES;
  if (!text.startsWith(MAGIC) || bytes.length < prefix) throw new DataError("not a NumPy file of format 1.0");
  const start = prefix + view.getUint16(MAGIC.length, true);
  const header = text.slice(prefix, start);
  const match = /^\{'descr': '<f4', 'fortran_order': False, 'shape': \(([\d, ]+)\), \} *\n$/.exec(header);
  if (match === null) throw new DataError(`expected float32 in row-major order, got ${JSON.stringify(header.trim())}`);
  const size = match[1]
    .split(",")
    .filter((extent) => extent.trim() !== "")
    .map(Number);
  const count = size.reduce((product, extent) => product * extent, 1);
  if (bytes.length !== start + FLOAT_BYTES * count) {
    throw new DataError(`expected ${start + FLOAT_BYTES * count} bytes for its shape, got ${bytes.length}`);
  }
  const tensor = new Tensor(size, { dtype: "float32" });
  for (let i = 0; i < count; i++) tensor.data[i] = view.getFloat32(start + FLOAT_BYTES * i, true);
  return tensor;
}

function headerFor(size: Size): string {
  const shape = size.length === 1 ? `${size[0]},` : size.join(", ");
  const description = `{'descr': '<f4', 'fortran_order': False, 'shape': (${shape}), }`;
  const unpadded = MAGIC.length + LENGTH_BYTES + description.length + 1;
  const length = description.length + 1 + ((ALIGNMENT - (unpadded % ALIGNMENT)) % ALIGNMENT);
  const lengthBytes = String.fromCharCode(length & 255, length >>> 8);
  return `${MAGIC}${lengthBytes}${description.padEnd(length - 1)}\n`;
}
