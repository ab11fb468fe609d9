#!/usr/bin/env node
import { INTERRUPTED } from "./exitCodes.ts";
import { allowRelaxedSimd } from "./relaxedSimd.ts";

/** A second signal within this time comes from the same Ctrl-C: npm passes on what the terminal has sent already. */
const SAME_KEY_PRESS = 300;

const controller = new AbortController();
let firstSignal = 0;

function interrupt(): void {
  if (!controller.signal.aborted) {
    firstSignal = performance.now();
    controller.abort();
  } else if (performance.now() - firstSignal > SAME_KEY_PRESS) {
    process.exit(INTERRUPTED);
  }
}

process.on("SIGINT", interrupt);
process.on("SIGTERM", interrupt);
// The reader of a pipe may leave early, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(1);
});

allowRelaxedSimd();
// Not a static import: that would load the kernels before.
void import("./main.ts")
  .then(({ main }) => main(process.argv.slice(2), process, controller.signal))
  .then((code) => {
    process.exitCode = code;
  });
