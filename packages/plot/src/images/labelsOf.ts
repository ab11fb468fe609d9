import { ArgumentError, formatSize, isTensor, ShapeError, shown, type Tensor } from "@rushlight/tensor";

/** A label for each image: their numbers, or names. */
export type Labels = Tensor | readonly (number | string)[];

/**
 * Labels as text.
 *
 * @param owner what messages call them, such as `imageGrid: labels`
 * @param count how many there must be
 * @throws ArgumentError or ShapeError for anything else
 */
export function labelsOf(owner: string, labels: Labels, count: number): string[] {
  if (isTensor(labels)) {
    if (labels.dim() !== 1 || labels.size(0) !== count) {
      throw new ShapeError(`${owner}: expected [${count}], got ${formatSize(labels.size())}`);
    }
    return Array.from(labels.toTypedArray(), String);
  }
  if (!Array.isArray(labels)) throw new ArgumentError(`${owner}: expected a tensor or an array, got ${shown(labels)}`);
  if (labels.length !== count) throw new ArgumentError(`${owner}: expected ${count}, got ${labels.length}`);
  return labels.map((label: unknown, i) => {
    if (typeof label === "number" || typeof label === "string") return String(label);
    throw new ArgumentError(`${owner}: expected a number or text for image ${i}, got ${shown(label)}`);
  });
}
