import type { NativeFunction, NativeLibrary, NativeResults, NativeType } from "../native/NativeLoader.ts";
import type { BlasLibrary } from "./BlasLibrary.ts";
import type { ThreadControl } from "./ThreadControl.ts";

/** What a library says about itself, and its threads when they can be set. */
export interface Identity {
  readonly library: BlasLibrary;
  readonly threadControl: ThreadControl | undefined;
}

/** Finds out which library it is, by functions that only one has. */
export function identify(native: NativeLibrary, path: string): Identity {
  return (
    identifyOpenBlas(native, path) ??
    identifyMkl(native, path) ??
    identifyBlis(native, path) ?? {
      library: { name: path.includes("Accelerate.framework") ? "Accelerate" : "unknown", path, config: undefined },
      threadControl: undefined,
    }
  );
}

function identifyOpenBlas(native: NativeLibrary, path: string): Identity | undefined {
  const config = optional(native, "openblas_get_config", "str", []);
  if (config === undefined) return undefined;
  const get = optional(native, "openblas_get_num_threads", "int", []);
  const set = optional(native, "openblas_set_num_threads", "void", ["int"]);
  return { library: { name: "OpenBLAS", path, config: config().trim() }, threadControl: controlOf(get, set) };
}

function identifyMkl(native: NativeLibrary, path: string): Identity | undefined {
  const version = optional(native, "MKL_Get_Version_String", "void", ["void *", "int"]);
  if (version === undefined) return undefined;
  const text = new Uint8Array(200);
  version(text, text.length);
  const config = String.fromCharCode(...text.subarray(0, text.indexOf(0))).trim();
  const get = optional(native, "MKL_Get_Max_Threads", "int", []);
  const set = optional(native, "MKL_Set_Num_Threads", "void", ["int"]);
  return { library: { name: "MKL", path, config }, threadControl: controlOf(get, set) };
}

function identifyBlis(native: NativeLibrary, path: string): Identity | undefined {
  const version = optional(native, "bli_info_get_version_str", "str", []);
  if (version === undefined) return undefined;
  const get = optional(native, "bli_thread_get_num_threads", "int64", []);
  const set = optional(native, "bli_thread_set_num_threads", "void", ["int64"]);
  return { library: { name: "BLIS", path, config: `BLIS ${version()}` }, threadControl: controlOf(get, set) };
}

function controlOf(
  get: NativeFunction<"int" | "int64"> | undefined,
  set: NativeFunction<"void"> | undefined,
): ThreadControl | undefined {
  return get === undefined || set === undefined ? undefined : { get: () => get(), set: (threads) => void set(threads) };
}

/** A function of a library; undefined when it has none of that name. */
function optional<R extends keyof NativeResults>(
  native: NativeLibrary,
  name: string,
  result: R,
  parameters: readonly NativeType[],
): NativeFunction<R> | undefined {
  try {
    return native.func(name, result, parameters);
  } catch {
    return undefined;
  }
}
