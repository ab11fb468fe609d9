import { DTypeError, formatSize, IndexError, ShapeError, type Tensor } from "@rushlight/tensor";

/** Class labels: a tensor `[N]` of whole numbers, or one number for a single sample. */
export type Labels = Tensor | number;

/**
 * Checks class labels against an input of scores.
 *
 * @param name what messages call the criterion
 * @param input `[C]` or `[N, C]`
 * @param ignoreIndex a label that may be outside the classes
 * @throws ShapeError when the sizes do not go together
 * @throws IndexError for a label that is no class, naming its row
 */
export function checkLabels(name: string, input: Tensor, labels: Labels, ignoreIndex?: number): void {
  if (input.dim() !== 1 && input.dim() !== 2) {
    throw new ShapeError(`${name}: expected an input [C] or [N, C], got ${formatSize(input.size())}`);
  }
  if (!input.isFloat()) throw new DTypeError(`${name}: expected a float64 or float32 input, got ${input.dtype}`);
  const samples = input.dim() === 2 ? input.size(0) : 1;
  const classes = input.size(-1);
  const fits = typeof labels === "number" ? samples === 1 : labels.dim() === 1 && labels.size(0) === samples;
  if (!fits) {
    const came = typeof labels === "number" ? "one number" : formatSize(labels.size());
    throw new ShapeError(`${name}: expected labels [${samples}] for an input ${formatSize(input.size())}, got ${came}`);
  }
  const { elements, offset, stride } = placesOf(labels);
  for (let row = 0, at = offset; row < samples; row++, at += stride) {
    const label = elements[at];
    const valid = label >= 0 && label < classes && Math.floor(label) === label;
    if (!valid && label !== ignoreIndex) {
      throw new IndexError(`${name}: expected class labels from 0 to ${classes - 1}, got ${label} in row ${row}`);
    }
  }
}

/** Where the elements of a vector are: element i at `offset + i·stride`. */
export interface Places {
  readonly elements: ArrayLike<number>;
  readonly offset: number;
  readonly stride: number;
}

/** Where labels, or the weights of classes, are. */
export function placesOf(labels: Labels): Places {
  if (typeof labels === "number") return { elements: [labels], offset: 0, stride: 0 };
  return { elements: labels.storage().data, offset: labels.storageOffset(), stride: labels.stride(0) };
}
