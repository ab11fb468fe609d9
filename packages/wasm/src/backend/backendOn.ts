import { extendBackend, plainBackend } from "@rushlight/tensor";
import { channelKernels } from "../channels/channels.ts";
import { compareKernels, compareScalarKernels } from "../elementwise/compare.ts";
import { mapKernels } from "../elementwise/map.ts";
import { zipKernels } from "../elementwise/zip.ts";
import type { Engine } from "../engine/Engine.ts";
import type { Heap } from "../heap/Heap.ts";
import { matrixKernels } from "../matrix/matrix.ts";
import { columnKernels } from "../reduce/columns.ts";
import { reduceKernels } from "../reduce/reduce.ts";
import { chosenRowKernels } from "../rows/gather.ts";
import { rowKernels } from "../rows/rows.ts";
import { stepKernels } from "../steps/steps.ts";
import { windowKernels } from "../windows/windows.ts";
import { noteFunctions } from "./ownFunctions.ts";
import type { WasmBackend } from "./WasmBackend.ts";

/** The backend that an engine and a heap in its memory make. */
export function backendOn(engine: Engine, heap: Heap): WasmBackend {
  const { instructions, shared } = engine;
  const functions = {
    matrix: matrixKernels(engine),
    map: mapKernels(engine),
    zip: zipKernels(engine),
    compareScalar: compareScalarKernels(engine),
    compare: compareKernels(engine),
    reduce: reduceKernels(engine),
    rows: rowKernels(engine),
    chosenRows: chosenRowKernels(engine),
    columns: columnKernels(engine),
    channels: channelKernels(engine),
    steps: stepKernels(engine),
    windows: windowKernels(engine),
  };
  for (const family of Object.values(functions)) noteFunctions(family);
  return {
    ...extendBackend(plainBackend, "wasm", functions),
    name: "wasm",
    features: [instructions === "relaxed" ? "relaxed-simd" : "simd", ...(shared ? ["shared-memory"] : [])],
    memory: heap,
    instructions,
    shared,
    heapStats: () => heap.stats(),
  };
}
