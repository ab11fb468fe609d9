import { join } from "node:path";
import { THREADS, WORKERS } from "../protocol/variables.ts";
import { findPython, PYTHON } from "./findPython.ts";
import type { System } from "./System.ts";

/** The system that the others are compared with: the best of its figures. */
export const BASE = "pytorch";

/** Where the programs of the systems are. */
export interface Programs {
  /** The folder of those for Node. */
  readonly node: string;
  /** The folder of those for Python. */
  readonly python: string;
}

/**
 * All systems, in the order of the tables.
 *
 * @param threads how many threads Rushlight's own kernels are divided among, beside one
 */
export function allSystems(programs: Programs, threads: number): readonly System[] {
  return [
    rushlight("plain", programs),
    rushlight("wasm", programs),
    ...(threads > 1 ? [rushlight("wasm", programs, threads), dataParallel(programs, threads)] : []),
    rushlight("blas", programs),
    rushlight("blas", programs, 2),
    pytorch(1, programs),
    pytorch(2, programs),
    onNode("tfjs-wasm", [join(programs.node, "tfjs.js"), "wasm"]),
    onNode("tfjs-cpu", [join(programs.node, "tfjs.js"), "cpu"]),
    onNode("jax-js", [join(programs.node, "jax.js")]),
  ];
}

function rushlight(backend: string, { node }: Programs, threads = 1): System {
  // A BLAS has threads of its own.
  const ownThreads = backend === "blas" ? 1 : threads;
  const environment = { RUSHLIGHT_BACKEND: backend, [THREADS]: String(ownThreads), ...threadsOfBlas(threads) };
  return { ...onNode(backend, [join(node, "rushlight.js")], environment), threads };
}

/** Workers that share each batch, instead of threads that share each operation. */
function dataParallel({ node }: Programs, workers: number): System {
  const environment = { RUSHLIGHT_BACKEND: "wasm", [WORKERS]: String(workers) };
  return { ...onNode("replicas", [join(node, "rushlight.js")], environment), threads: workers };
}

function onNode(name: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): System {
  return { name, threads: 1, command: async () => ({ program: process.execPath, args, environment }) };
}

function pytorch(threads: number, { python }: Programs): System {
  return {
    name: BASE,
    threads,
    async command() {
      const program = await findPython(process.env[PYTHON]);
      return { program, args: [join(python, "pytorch.py")], environment: threadsOfBlas(threads) };
    },
  };
}

function threadsOfBlas(threads: number): Readonly<Record<string, string>> {
  return { OMP_NUM_THREADS: String(threads), OPENBLAS_NUM_THREADS: String(threads) };
}
