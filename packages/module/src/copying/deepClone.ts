import { isTensor, Storage, Tensor } from "@rushlight/tensor";

/**
 * A deep copy of a value: of tensors, arrays, maps, sets, typed arrays and objects of any class, with their own fields.
 * What is one object in the original is one in the copy, so tensors that share a storage still do, among themselves and
 * not with the original. Functions are not copied.
 *
 * @param copies what has been copied, by original; pass one map to several calls to keep what they share
 */
export function deepClone<T>(value: T, copies?: Map<object, object>): T;
export function deepClone(value: unknown, copies: Map<object, object> = new Map()): unknown {
  if (typeof value !== "object" || value === null) return value;
  const existing = copies.get(value);
  if (existing !== undefined) return existing;
  if (value instanceof Storage) return remember(copies, value, value.clone());
  if (isTensor(value)) {
    const storage = deepClone(value.storage(), copies);
    return remember(copies, value, new Tensor(storage, value.storageOffset(), value.size(), value.stride()));
  }
  if (isTypedArray(value)) return remember(copies, value, value.slice());
  if (value instanceof Map) {
    const copy = remember(copies, value, new Map<unknown, unknown>());
    for (const [key, entry] of value) copy.set(deepClone(key, copies), deepClone(entry, copies));
    return copy;
  }
  if (value instanceof Set) {
    const copy = remember(copies, value, new Set<unknown>());
    for (const entry of value) copy.add(deepClone(entry, copies));
    return copy;
  }
  const copy = remember(copies, value, Array.isArray(value) ? [] : blankLike(value));
  for (const key of Reflect.ownKeys(value)) {
    if (Array.isArray(value) && key === "length") continue;
    Reflect.set(copy, key, deepClone(Reflect.get(value, key), copies));
  }
  return copy;
}

function isTypedArray(value: object): value is { slice(): object } {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

function blankLike(value: object): object {
  return Object.create(Reflect.getPrototypeOf(value)) as object;
}

function remember<T extends object>(copies: Map<object, object>, original: object, copy: T): T {
  copies.set(original, copy);
  return copy;
}
