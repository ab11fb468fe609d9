import { plainBackend, useBackend } from "@rushlight/tensor";
import { wasmBackend } from "@rushlight/wasm";
import { main } from "./main.ts";
import { methods } from "./methods/methods.ts";
import { problems } from "./problems/problems.ts";

useBackend(wasmBackend() ?? plainBackend);
process.exitCode = main(process.argv.slice(2), { problems, methods }, { out: console.log, err: console.error });
