import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { defaultDevice, init } from "@jax-js/jax";
import type { Peer } from "../../workloads/protocol/servePeer.ts";
import { trainingOf } from "../../workloads/trainingOf.ts";
import { train } from "./train.ts";

/**
 * jax-js on its WebAssembly backend.
 *
 * @throws Error when the backend does not start
 */
export async function jaxPeer(): Promise<Peer> {
  // Asked for no device by name, it looks for graphics cards, in ways that Node 20 does not know.
  const devices = await init("wasm");
  if (!devices.includes("wasm")) throw new Error(`the backend wasm does not start, only ${devices.join(", ")}`);
  defaultDevice("wasm");
  return {
    versions: { "jax-js": `${version()}, backend wasm`, Node: process.versions.node },
    begin: (workload) => train(trainingOf(workload)),
  };
}

/** It exports neither its version nor its `package.json`, which lies beside the folder of its main module. */
function version(): string {
  const main = createRequire(import.meta.url).resolve("@jax-js/jax");
  const manifest: unknown = JSON.parse(readFileSync(join(dirname(dirname(main)), "package.json"), "utf8"));
  const found: unknown =
    typeof manifest === "object" && manifest !== null ? Reflect.get(manifest, "version") : undefined;
  return String(found);
}
