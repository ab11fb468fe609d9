import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import "@tensorflow/tfjs-backend-cpu";
import { getThreadsCount, setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { env, ready, setBackend, version_core } from "@tensorflow/tfjs-core";
import type { Peer } from "../../workloads/protocol/servePeer.ts";
import { trainingOf } from "../../workloads/trainingOf.ts";
import { train } from "./train.ts";

/**
 * TensorFlow.js.
 *
 * @param backend wasm or cpu
 * @throws Error when the backend does not start
 */
export async function tfjsPeer(backend: string | undefined): Promise<Peer> {
  if (backend !== "wasm" && backend !== "cpu") throw new Error(`expected a backend wasm or cpu, got ${backend}`);
  const wasm = dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json"));
  setWasmPaths(join(wasm, "dist") + sep);
  if (!(await setBackend(backend))) throw new Error(`the backend ${backend} does not start`);
  await ready();
  const features = backend === "wasm" ? await wasmFeatures() : [];
  return {
    versions: {
      "TensorFlow.js": [`${version_core}, backend ${backend}`, ...features].join(", "),
      Node: process.versions.node,
    },
    begin: (workload) => train(trainingOf(workload)),
  };
}

/** Which of its three builds it has chosen. It takes threads in browsers alone. */
async function wasmFeatures(): Promise<string[]> {
  const simd = await env().getAsync("WASM_HAS_SIMD_SUPPORT");
  const threads = await env().getAsync("WASM_HAS_MULTITHREAD_SUPPORT");
  return [simd === true ? "SIMD" : "no SIMD", `${threads === true ? getThreadsCount() : 1} thread`];
}
