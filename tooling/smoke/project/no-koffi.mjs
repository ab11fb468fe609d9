// An ES module in a project without koffi: nothing but speed is missing, and who asks for a BLAS is told what to install.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { BlasError, blasBackend, createBlasBackend } from "@rushlight/blas";
import { backend } from "@rushlight/tensor";

assert.equal(blasBackend(), undefined);
assert.throws(
  () => createBlasBackend(),
  (error) => error instanceof BlasError && error.message.includes("npm install koffi"),
);

process.env.RUSHLIGHT_BACKEND = "auto";
await import("@rushlight/nn");
assert.notEqual(backend().name, "blas");

const asking = spawnSync(process.execPath, ["--input-type=module", "--eval", 'import "@rushlight/nn"'], {
  encoding: "utf8",
  env: { ...process.env, RUSHLIGHT_BACKEND: "blas" },
});
assert.notEqual(asking.status, 0);
assert.match(asking.stderr, /createBlasBackend: expected the package koffi, .* npm install koffi/);
console.log(`computes with ${backend().name}`);
