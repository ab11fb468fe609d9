import type { Host } from "../native/Host.ts";
import type { NativeLibrary } from "../native/NativeLoader.ts";
import type { BlasPrecisions } from "./BlasFunctions.ts";
import { bindFunctions } from "./bindFunctions.ts";
import { type Identity, identify } from "./identify.ts";

/** A library that is loaded, with its functions. */
export interface OpenedLibrary extends Identity {
  readonly functions: BlasPrecisions;
}

/**
 * Loads a library that has the C interface of BLAS.
 *
 * @throws Error that says what is wrong with it
 */
export function openLibrary({ loader }: Host, path: string): OpenedLibrary {
  const native: NativeLibrary = loader.load(path);
  return { functions: bindFunctions(native), ...identify(native, path) };
}
