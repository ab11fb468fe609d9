import { ArgumentError, formatSize, isTensor, ShapeError, shown, type Tensor } from "@rushlight/tensor";

/** The most images that one chart shows. */
const LIMIT = 1000;

/** Images of one size, as numbers in the order of their tensor. */
export interface ImageBatch {
  readonly count: number;
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly values: ArrayLike<number>;
}

/**
 * The images in a tensor of size [N, H, W] or [N, C, H, W].
 *
 * @param owner what messages call it, such as `imageGrid: images`
 * @param channels which C are allowed; none given: any
 * @throws ArgumentError for what is no tensor, too many images, and values that are not finite
 * @throws ShapeError for other sizes
 */
export function imageBatch(owner: string, images: Tensor, channels?: readonly number[]): ImageBatch {
  if (!isTensor(images)) throw new ArgumentError(`${owner}: expected a tensor, got ${shown(images)}`);
  const size = [...images.size()];
  const [count = 0, depth = 0, height = 0, width = 0] = size.length === 3 ? [size[0], 1, size[1], size[2]] : size;
  const fits = size.length === 3 || (size.length === 4 && (channels?.includes(depth) ?? true));
  if (!fits) {
    const forms = ["N", ...(channels ?? ["C"]).map((depth) => `N, ${depth}`)].map((start) => `[${start}, H, W]`);
    throw new ShapeError(`${owner}: expected ${forms.join(" or ")}, got ${formatSize(size)}`);
  }
  if (count > LIMIT) {
    throw new ArgumentError(
      `${owner}: expected ${LIMIT} images at most, got ${count}; images.narrow(0, 0, 100) has some`,
    );
  }
  const values = images.toTypedArray();
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad !== -1) {
    throw new ArgumentError(
      `${owner}: expected finite numbers, got ${values[bad]} in image ${Math.floor((bad * count) / values.length)}`,
    );
  }
  return { count, channels: depth, height, width, values };
}
