import {
  ArgumentError,
  checkDestination,
  DTypeError,
  formatSize,
  isFloatDType,
  isTensor,
  ShapeError,
  shown,
  type Tensor,
} from "@rushlight/tensor";

/**
 * Checks that parameters are a float tensor whose elements are apart.
 *
 * @param owner what messages call the optimiser
 * @throws ArgumentError, DTypeError or ShapeError for anything else
 */
export function checkParameters(owner: string, parameters: Tensor): void {
  if (!isTensor(parameters)) {
    throw new ArgumentError(`${owner}: expected a tensor of parameters, got ${shown(parameters)}`);
  }
  if (!isFloatDType(parameters.dtype)) {
    throw new DTypeError(`${owner}: expected float32 or float64 parameters, got ${parameters.dtype}`);
  }
  checkDestination(owner, parameters);
}

/**
 * Checks that a tensor goes with the parameters, element by element.
 *
 * @param name what messages call the tensor
 * @throws ArgumentError, DTypeError or ShapeError when it does not
 */
export function checkLikeParameters(owner: string, name: string, tensor: Tensor, parameters: Tensor): void {
  if (!isTensor(tensor)) throw new ArgumentError(`${owner}: expected a tensor as ${name}, got ${shown(tensor)}`);
  if (tensor.dtype !== parameters.dtype) {
    throw new DTypeError(`${owner}: expected a ${parameters.dtype} ${name}, as the parameters, got ${tensor.dtype}`);
  }
  if (!tensor.isSameSizeAs(parameters)) {
    throw new ShapeError(
      `${owner}: expected a ${name} of the parameters' size ${formatSize(parameters.size())}, got ${formatSize(tensor.size())}`,
    );
  }
}
