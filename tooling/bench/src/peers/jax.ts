import { allowRelaxedSimd } from "../relaxedSimd.ts";
import { serveProcess } from "../workloads/protocol/serveProcess.ts";

allowRelaxedSimd();
void serveProcess(async () => (await import("./jax/jaxPeer.ts")).jaxPeer());
