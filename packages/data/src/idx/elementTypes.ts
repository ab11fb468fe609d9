import { type DType, Storage, Tensor, type TypedArrayOf } from "@rushlight/tensor";

/** A tensor of one of the dtypes; testing its `dtype` tells the compiler which. */
export type IdxTensor = { [D in DType]: Tensor<D> }[DType];

/** One of the element types that an IDX header can name. */
export interface ElementType {
  readonly bytes: number;
  /** A tensor of the elements, which `view` holds in big-endian order. */
  read(view: DataView, size: readonly number[]): IdxTensor;
}

function tensorOf<D extends DType>(dtype: D, elements: TypedArrayOf<D>, size: readonly number[]): Tensor<D> {
  return new Tensor(new Storage(dtype, elements), 0, size);
}

/** The element types by their code, the third byte of an IDX file. */
export const elementTypes: ReadonlyMap<number, ElementType> = new Map<number, ElementType>([
  [
    0x08,
    {
      bytes: 1,
      read: (view, size) => tensorOf("uint8", new Uint8Array(view.buffer, view.byteOffset, view.byteLength), size),
    },
  ],
  [
    0x09,
    {
      bytes: 1,
      read: (view, size) => tensorOf("int8", new Int8Array(view.buffer, view.byteOffset, view.byteLength), size),
    },
  ],
  [
    0x0b,
    {
      bytes: 2,
      read: (view, size) =>
        tensorOf(
          "int16",
          new Int16Array(view.byteLength / 2).map((_, i) => view.getInt16(2 * i)),
          size,
        ),
    },
  ],
  [
    0x0c,
    {
      bytes: 4,
      read: (view, size) =>
        tensorOf(
          "int32",
          new Int32Array(view.byteLength / 4).map((_, i) => view.getInt32(4 * i)),
          size,
        ),
    },
  ],
  [
    0x0d,
    {
      bytes: 4,
      read: (view, size) =>
        tensorOf(
          "float32",
          new Float32Array(view.byteLength / 4).map((_, i) => view.getFloat32(4 * i)),
          size,
        ),
    },
  ],
  [
    0x0e,
    {
      bytes: 8,
      read: (view, size) =>
        tensorOf(
          "float64",
          new Float64Array(view.byteLength / 8).map((_, i) => view.getFloat64(8 * i)),
          size,
        ),
    },
  ],
]);
