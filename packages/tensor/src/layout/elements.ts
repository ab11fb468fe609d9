import type { StridedElements } from "./StridedElements.ts";

/** The elements of a tensor in row-major order. */
export function* elements(tensor: StridedElements): Generator<number, undefined> {
  if (tensor.size().length > 0) yield* elementsFrom(tensor, 0, tensor.storageOffset());
  return undefined;
}

function* elementsFrom(tensor: StridedElements, dimension: number, offset: number): Generator<number> {
  const stride = tensor.stride()[dimension];
  for (let i = 0, at = offset; i < tensor.size()[dimension]; i++, at += stride) {
    if (dimension === tensor.size().length - 1) yield tensor.storage().data[at];
    else yield* elementsFrom(tensor, dimension + 1, at);
  }
}
