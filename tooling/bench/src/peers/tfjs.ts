import { serveProcess } from "../workloads/protocol/serveProcess.ts";

void serveProcess(async () => (await import("./tfjs/tfjsPeer.ts")).tfjsPeer(process.argv[2]));
