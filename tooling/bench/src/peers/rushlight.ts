import { allowRelaxedSimd } from "../relaxedSimd.ts";
import { serveProcess } from "../workloads/protocol/serveProcess.ts";
import { THREADS, WORKERS } from "../workloads/protocol/variables.ts";

allowRelaxedSimd();
// Not a static import: that would load the kernels before.
void serveProcess(async () =>
  (await import("./rushlight/rushlightPeer.ts")).rushlightPeer(
    Number(process.env[THREADS] ?? 1),
    Number(process.env[WORKERS] ?? 0),
  ),
);
