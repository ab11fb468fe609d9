import { ArgumentError, isTensor, type Tensor } from "@rushlight/tensor";

/** What has tensors to share, and a name for messages. */
interface Sharer {
  describe(): string;
}

/**
 * Makes the named tensors of one module views of those of another. Names that neither has are passed over.
 *
 * @returns true when something is shared now
 * @throws ArgumentError when only one of the two has a tensor of that name; nothing is shared then
 */
export function shareFields(module: Sharer, other: Sharer, names: readonly string[]): boolean {
  const pairs: [Tensor, Tensor][] = [];
  for (const name of names) {
    const own: unknown = Reflect.get(module, name);
    const theirs: unknown = Reflect.get(other, name);
    if (isTensor(own) && isTensor(theirs)) pairs.push([own, theirs]);
    else if (isTensor(own) || isTensor(theirs)) {
      throw new ArgumentError(
        `share: expected ${module.describe()} and ${other.describe()} both to have a tensor "${name}", got one that has it`,
      );
    }
  }
  for (const [own, theirs] of pairs) own.set(theirs);
  return pairs.length > 0;
}
