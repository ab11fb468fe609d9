import { startThreads } from "@rushlight/parallel";
import { backend, setDefaultDtype } from "@rushlight/tensor";
import type { Peer, Training } from "../../workloads/protocol/servePeer.ts";
import type { Workload } from "../../workloads/Workload.ts";
import { network } from "./network.ts";
import { repeat } from "./repeat.ts";
import { train } from "./train.ts";

/**
 * Rushlight, with the backend that `RUSHLIGHT_BACKEND` names.
 *
 * @param threads among how many it divides operations
 */
export async function rushlightPeer(threads = 1): Promise<Peer> {
  setDefaultDtype("float32");
  const started = await startThreads({ threads });
  const { name, features = [] } = backend();
  return {
    versions: { Rushlight: [`backend ${name}`, ...features].join(", "), Node: process.versions.node },
    begin(workload) {
      const training = trainingOn(workload);
      return {
        run(steps) {
          const loss = training.run(steps);
          // Without its workers it goes on in one thread, which is another system.
          if (started.failure !== undefined) throw started.failure;
          return loss;
        },
      };
    },
  };
}

function trainingOn(workload: Workload): Training {
  return workload.kind === "layer" ? repeat(workload) : train(network(workload), workload);
}
