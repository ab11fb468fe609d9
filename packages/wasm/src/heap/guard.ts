/** What keeps memory from being freed while an array shows it. */
export interface Keeper {
  /** Keeps the memory for good. */
  pin(): void;
}

/** An entry keeps its value, and with it a block, for as long as the array can be reached. */
const keepers = new WeakMap<object, Keeper>();

/** Keeps a block from being freed for as long as an array of it can be reached, but not for what is derived from that. */
export function keepBy(array: object, keeper: Keeper): void {
  keepers.set(array, keeper);
}

/**
 * Makes an array of a block safe to hand out. The block is kept as well for what is taken of the array with `subarray`, and
 * for good when its `buffer` is asked for: whoever has that may look anywhere in it, for ever.
 */
export function guard<A extends object>(array: A, keeper: Keeper): A {
  keepBy(array, keeper);
  return Object.defineProperties(array, guards);
}

// Taken from the prototype, they are the same for typed arrays of all kinds.
const getSubarray = Float32Array.prototype.subarray;
const prototypeOfAll = Object.getPrototypeOf(Float32Array.prototype) as object;

const guards: PropertyDescriptorMap = {
  subarray: {
    value(this: object, start?: number, end?: number): unknown {
      const part: unknown = Reflect.apply(getSubarray, this, [start, end]);
      const keeper = keepers.get(this);
      if (keeper !== undefined && typeof part === "object" && part !== null) guard(part, keeper);
      return part;
    },
  },
  buffer: {
    get(this: object): unknown {
      keepers.get(this)?.pin();
      return Reflect.get(prototypeOfAll, "buffer", this);
    },
  },
};
