import { ArgumentError, formatSize, ones, type Tensor } from "@rushlight/tensor";

/**
 * Checks the weights of a local mean.
 *
 * @param kernel `[kH, kW]`, or `[k]` for rows and columns alike; 9×9 equal ones when left out
 * @throws ArgumentError for a kernel with other dimensions, even sizes, or a sum of 0
 */
export function averagingKernel(name: string, kernel: Tensor = ones(9, 9)): Tensor {
  const size = kernel.size();
  if (size.length < 1 || size.length > 2 || size.some((extent) => extent % 2 === 0)) {
    throw new ArgumentError(`${name}: expected a kernel [kH, kW] or [k] of odd sizes, got ${formatSize(size)}`);
  }
  const sum = kernel.to("float64").sum();
  if (!Number.isFinite(sum) || sum === 0) {
    throw new ArgumentError(`${name}: expected a kernel whose weights do not add up to 0, got a sum of ${sum}`);
  }
  return kernel;
}
