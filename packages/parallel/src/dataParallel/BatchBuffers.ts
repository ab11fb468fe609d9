import { type Activation, isTable } from "@rushlight/module";
import { Tensor } from "@rushlight/tensor";
import { SharedMemoryError } from "../errors/SharedMemoryError.ts";
import { describeTensor, type TensorDescription } from "../sharing/TensorDescription.ts";
import type { ActivationDescription } from "./messages.ts";

/** Memory that threads share for what does not lie there, used again for one activation after the other. */
export class BatchBuffers {
  private readonly owner: string;
  private readonly kept: Tensor[] = [];
  private used = 0;

  constructor(owner: string) {
    this.owner = owner;
  }

  /**
   * Where an activation lies in shared memory: itself, or a copy that stays until the next call.
   *
   * @param copies whether to copy what lies there already, too
   * @throws SharedMemoryError when there is no room for a copy
   */
  describe(activation: Activation, copies = false): ActivationDescription {
    this.used = 0;
    return this.describePart(activation, copies);
  }

  /** As {@link describe}, for a list of tensors. */
  describeAll(tensors: readonly Tensor[]): readonly TensorDescription[] {
    this.used = 0;
    return tensors.map((tensor) => this.describeOne(tensor, false));
  }

  private describePart(activation: Activation, copies: boolean): ActivationDescription {
    if (isTable(activation)) return activation.map((part) => this.describePart(part, copies));
    return this.describeOne(activation, copies);
  }

  private describeOne(tensor: Tensor, copies: boolean): TensorDescription {
    const inPlace = !copies && tensor.isContiguous() ? describeTensor(tensor) : undefined;
    if (inPlace !== undefined) return inPlace;
    const position = this.used++;
    const { dtype } = tensor;
    const buffer =
      this.kept.at(position)?.dtype === dtype ? this.kept[position] : new Tensor([], { dtype, resident: true });
    const description = describeTensor(buffer.resizeAs(tensor));
    if (description === undefined) {
      // Not kept: what has grown elsewhere stays elsewhere, for smaller ones too.
      this.kept[position] = new Tensor([], { dtype, resident: true });
      throw noRoom(this.owner, tensor);
    }
    this.kept[position] = buffer.copy(tensor);
    return description;
  }
}

/**
 * Where a tensor lies that was made for shared memory.
 *
 * @throws SharedMemoryError when there was no room for it
 */
export function describeShared(owner: string, tensor: Tensor): TensorDescription {
  const description = describeTensor(tensor);
  if (description !== undefined) return description;
  throw noRoom(owner, tensor);
}

function noRoom(owner: string, tensor: Tensor): SharedMemoryError {
  return new SharedMemoryError(
    `${owner}: expected room for ${tensor.nElement()} elements of ${tensor.dtype} in the memory that threads share, found none`,
  );
}
