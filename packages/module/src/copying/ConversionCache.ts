import { type DType, type FloatDType, Storage, Tensor } from "@rushlight/tensor";

/**
 * The storages and tensors that a conversion to another dtype has made, by original: what shared a storage before
 * shares one after. Pass one cache to the `type` calls of several networks to keep what they share.
 */
export class ConversionCache {
  private readonly storages = new Map<Storage, Storage>();
  private readonly tensors = new Map<Tensor, Tensor>();

  /** A float tensor in another dtype, with its offset, sizes and strides; an integer tensor as it is. */
  convert(tensor: Tensor, dtype: FloatDType): Tensor {
    if (!tensor.isFloat() || tensor.dtype === dtype) return tensor;
    const existing = this.tensors.get(tensor);
    if (existing !== undefined) return existing;
    const storage = this.convertStorage(tensor.storage(), dtype);
    const converted = new Tensor<DType>(storage, tensor.storageOffset(), tensor.size(), tensor.stride());
    this.tensors.set(tensor, converted);
    return converted;
  }

  private convertStorage(storage: Storage, dtype: FloatDType): Storage {
    const existing = this.storages.get(storage);
    if (existing !== undefined) return existing;
    const converted = new Storage<DType>(dtype, storage.size, { resident: storage.resident });
    converted.data.set(storage.data);
    this.storages.set(storage, converted);
    return converted;
  }
}
