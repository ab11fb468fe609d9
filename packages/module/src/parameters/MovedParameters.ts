import type { Storage, Tensor } from "@rushlight/tensor";

/** The parameters that an update has moved already, so that those which modules share move once. */
export class MovedParameters {
  private readonly byStorage = new Map<Storage, Tensor[]>();

  /**
   * Marks a parameter as moved.
   *
   * @returns false when the same elements of its storage were marked before
   */
  add(parameter: Tensor): boolean {
    const known = this.byStorage.get(parameter.storage());
    if (known === undefined) this.byStorage.set(parameter.storage(), [parameter]);
    else if (known.some((earlier) => sameElements(earlier, parameter))) return false;
    else known.push(parameter);
    return true;
  }
}

function sameElements(a: Tensor, b: Tensor): boolean {
  return a.storageOffset() === b.storageOffset() && a.isSameSizeAs(b);
}
