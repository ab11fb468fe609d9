import { backend, setDefaultDtype } from "@rushlight/tensor";
import type { Peer } from "../../workloads/protocol/servePeer.ts";
import { network } from "./network.ts";
import { repeat } from "./repeat.ts";
import { train } from "./train.ts";

/** Rushlight, with the backend that `RUSHLIGHT_BACKEND` names. */
export function rushlightPeer(): Peer {
  setDefaultDtype("float32");
  const { name, features = [] } = backend();
  return {
    versions: { Rushlight: [`backend ${name}`, ...features].join(", "), Node: process.versions.node },
    begin: (workload) => (workload.kind === "layer" ? repeat(workload) : train(network(workload), workload)),
  };
}
