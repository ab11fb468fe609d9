import { useBackend } from "@rushlight/tensor";
import { createWasmBackend } from "@rushlight/wasm";

useBackend(createWasmBackend());
