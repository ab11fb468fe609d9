import { checkDType, type DType, isTypedArrayOf } from "../dtype/DType.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import { shown } from "../errors/shown.ts";
import { checkSize, elementCount, formatSize } from "../shape/size.ts";
import { Storage } from "../storage/Storage.ts";
import { Tensor, type TensorMessage } from "../tensor/Tensor.ts";

/**
 * The tensor that a message from {@link Tensor.toMessage} describes. It takes over the message's memory: nothing is
 * copied, and where that memory is shared between threads, so is the tensor.
 *
 * @throws ArgumentError for anything but such a message
 * @throws DTypeError when it names an unknown dtype
 * @throws ShapeError when sizes and elements do not fit
 * @example
 * ```ts
 * import { fromMessage } from "@rushlight/tensor";
 *
 * const x = fromMessage({ dtype: "float64", size: [2, 1], data: new Float64Array([3, 4]) });
 * console.log(x.toArray()); // [ [ 3 ], [ 4 ] ]
 * ```
 */
export function fromMessage<D extends DType>(message: TensorMessage<D>): Tensor<D> {
  if (typeof message !== "object" || message === null || !Array.isArray(message.size)) {
    throw new ArgumentError(`fromMessage: expected { dtype, size, data }, got ${shown(message)}`);
  }
  const dtype = checkDType(message.dtype);
  const size = checkSize("fromMessage", message.size);
  const data: unknown = message.data;
  if (!isTypedArrayOf(dtype, data)) {
    const kind = Object.prototype.toString.call(data).slice(8, -1);
    throw new ArgumentError(`fromMessage: expected a typed array of ${dtype}, got ${kind}`);
  }
  if (data.length !== elementCount(size)) {
    throw new ShapeError(
      `fromMessage: expected ${elementCount(size)} elements for size ${formatSize(size)}, got ${data.length}`,
    );
  }
  return new Tensor<D>(new Storage<D>(dtype, data), 0, size);
}
