import type { NativeLoader } from "./NativeLoader.ts";

/** The system that a BLAS is looked for on. */
export interface Host {
  /** As Node names it: `linux`, `darwin`, `win32`, ... */
  readonly platform: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly loader: NativeLoader;
}
