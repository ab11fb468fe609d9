import type { FloatArray } from "@rushlight/tensor";

/** What a native function gives, by the name of its type in C; `str` is a string that ends with a zero. */
export interface NativeResults {
  void: undefined;
  int: number;
  int64: number;
  float: number;
  double: number;
  str: string;
}

/** The types of parameters. */
export type NativeType = "int" | "int64" | "float" | "double" | "void *";

/** A pointer to elements: an array, for its first one, or an address. */
export type Pointer = FloatArray | Uint8Array | number;

/** A function of a library. */
export type NativeFunction<R extends keyof NativeResults = keyof NativeResults> = (
  ...args: readonly Pointer[]
) => NativeResults[R];

/** A library that is loaded. */
export interface NativeLibrary {
  /**
   * A function of it.
   *
   * @throws Error when it has none of that name
   */
  func<R extends keyof NativeResults>(name: string, result: R, parameters: readonly NativeType[]): NativeFunction<R>;
}

/** What loads libraries of the system and calls their functions. */
export interface NativeLoader {
  /**
   * Loads a library, by the path of its file or by a name that the system knows.
   *
   * @throws Error when it can not be loaded
   */
  load(path: string): NativeLibrary;
  /** The address of the first element. It stays right for as long as the memory lives. */
  address(array: FloatArray): number;
}
