import { ArgumentError, type DType, dtypes, elementCount, Tensor } from "@rushlight/tensor";

/** A tensor as plain data. */
export interface SavedTensor {
  readonly dtype: DType;
  readonly size: readonly number[];
  /** The elements in row-major order, their little-endian bytes in base64. */
  readonly data: string;
}

// Both are in Node and in browsers, but not in the standard library of the language.
declare function btoa(bytes: string): string;
declare function atob(base64: string): string;

/** The bytes that are turned into characters at a time: a call takes so many arguments at most. */
const CHUNK = 8192;

/**
 * Copies a tensor into plain data.
 *
 * @example
 * ```ts
 * import { restoreTensor, saveTensor } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const text = JSON.stringify(saveTensor(tensor([0.1, -0, Number.NaN])));
 * console.log(text); // {"dtype":"float32","size":[3],"data":"zczMPQAAAIAAAMB/"}
 * console.log(restoreTensor(JSON.parse(text)).toArray()); // [ 0.10000000149011612, -0, NaN ]
 * ```
 */
export function saveTensor(tensor: Tensor): SavedTensor {
  const { data } = new Tensor(tensor.size(), { dtype: tensor.dtype }).copy(tensor).storage();
  const bytes = littleEndian(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), data.BYTES_PER_ELEMENT);
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return { dtype: tensor.dtype, size: tensor.size(), data: btoa(text) };
}

/**
 * The tensor that plain data was copied from, with memory of its own.
 *
 * @throws ArgumentError for data that no tensor gave
 */
export function restoreTensor(saved: SavedTensor): Tensor {
  const { dtype, size, data } = checkSaved(saved);
  const width = new Tensor([], { dtype }).storage().data.BYTES_PER_ELEMENT;
  const bytes = bytesOf(data);
  if (bytes.length !== elementCount(size) * width) {
    throw new ArgumentError(
      `restoreTensor: expected ${elementCount(size) * width} bytes for ${dtype} [${size.join(", ")}], got ${bytes.length}`,
    );
  }
  const tensor = new Tensor(size, { dtype, resident: true });
  const elements = tensor.storage().data;
  new Uint8Array(elements.buffer, elements.byteOffset, bytes.length).set(littleEndian(bytes, width));
  return tensor;
}

function checkSaved(saved: SavedTensor): SavedTensor {
  const fits =
    typeof saved === "object" &&
    saved !== null &&
    dtypes.includes(saved.dtype) &&
    Array.isArray(saved.size) &&
    saved.size.every((extent) => Number.isSafeInteger(extent) && extent >= 0) &&
    typeof saved.data === "string";
  if (fits) return saved;
  throw new ArgumentError("restoreTensor: expected a dtype, a size and data in base64, as saveTensor gives");
}

function bytesOf(base64: string): Uint8Array {
  let text: string;
  try {
    text = atob(base64);
  } catch {
    throw new ArgumentError("restoreTensor: expected data in base64, got something else");
  }
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** The bytes in the other order, element by element, on machines that need it. */
function littleEndian(bytes: Uint8Array, width: number): Uint8Array {
  if (new Uint8Array(Uint16Array.of(1).buffer)[0] === 1) return bytes;
  const turned = bytes.slice();
  for (let at = 0; at < turned.length; at += width) turned.subarray(at, at + width).reverse();
  return turned;
}
