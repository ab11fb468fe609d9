import { ArgumentError, type Backend, extendBackend, plainBackend } from "@rushlight/tensor";
import { wasmBackend } from "@rushlight/wasm";
import { checkLibrary } from "../check/checkLibrary.ts";
import type { BlasName } from "../library/BlasLibrary.ts";
import { defaultThreads, threadVariable } from "../library/defaultThreads.ts";
import { findLibrary } from "../library/findLibrary.ts";
import type { ThreadControl } from "../library/ThreadControl.ts";
import { measuredThresholds } from "../matrix/Thresholds.ts";
import type { Host } from "../native/Host.ts";
import { Pointers } from "../native/Pointers.ts";
import type { BlasBackend, BlasOptions } from "./BlasBackend.ts";
import { blasKernels } from "./blasKernels.ts";

/** A backend with a library of the system that it is given. */
export function blasBackendOn(
  host: Host,
  { library: asked, threads, below = backendBelow() }: BlasOptions,
): BlasBackend {
  const { library, functions, threadControl, trust } = findLibrary(host, asked, (opened) => ({
    ...opened,
    trust: checkLibrary(opened.functions, host.loader),
  }));
  const { name } = library;
  if (threads !== undefined) setThreads(name, threadControl, threads);
  else threadControl?.set(defaultThreads(name, host.environment));

  const pointers = new Pointers(host.loader, below.memory);
  const { add, ...matrix } = blasKernels(functions, pointers, measuredThresholds, trust, below);
  return {
    ...extendBackend(below, "blas", { matrix, zip: { add } }),
    name: "blas",
    features: [...(below.features ?? []), name === "unknown" ? "blas" : name.toLowerCase()],
    library,
    get threads() {
      return threadControl?.get();
    },
    set threads(count) {
      setThreads(name, threadControl, count);
    },
  };
}

function backendBelow(): Backend {
  try {
    return wasmBackend() ?? plainBackend;
  } catch {
    // A platform may know the instructions and yet forbid to compile them.
    return plainBackend;
  }
}

function setThreads(name: BlasName, control: ThreadControl | undefined, count: number | undefined): void {
  if (control === undefined) {
    const library = name === "unknown" ? "this BLAS" : name;
    throw new ArgumentError(
      `threads: ${library} decides by itself how many threads it takes; set ${threadVariable(name)} before the program starts`,
    );
  }
  if (count === undefined || !Number.isInteger(count) || count < 1 || count > MOST_THREADS) {
    throw new ArgumentError(`threads: expected a whole number from 1 to ${MOST_THREADS}, got ${String(count)}`);
  }
  control.set(count);
}

const MOST_THREADS = 1024;
