import { type Activation, isTable } from "@rushlight/module";
import { type FloatDType, Tensor } from "@rushlight/tensor";

/** Converts activations to a dtype, into tensors of its own that it uses again. */
export class Caster {
  private readonly tensors: Tensor[] = [];

  /** The activation with its float tensors in a dtype; those that are so, and integer tensors, are the same objects. */
  cast(activation: Activation, dtype: FloatDType): Activation {
    let position = 0;
    const castPart = (part: Activation): Activation => {
      if (isTable(part)) return part.map(castPart);
      const converted = part.isFloat() && part.dtype !== dtype;
      return converted ? this.own(position++, dtype).resizeAs(part).copy(part) : part;
    };
    return castPart(activation);
  }

  private own(position: number, dtype: FloatDType): Tensor {
    const existing = this.tensors[position];
    if (existing?.dtype === dtype) return existing;
    this.tensors[position] = new Tensor([], { dtype, resident: true });
    return this.tensors[position];
  }
}
