import { startThreads } from "@rushlight/parallel";
import { backend, setDefaultDtype } from "@rushlight/tensor";
import type { Peer, Training } from "../../workloads/protocol/servePeer.ts";
import type { Workload } from "../../workloads/Workload.ts";
import { network } from "./network.ts";
import { repeat } from "./repeat.ts";
import { train } from "./train.ts";
import { trainParallel } from "./trainParallel.ts";

/**
 * Rushlight, with the backend that `RUSHLIGHT_BACKEND` names.
 *
 * @param threads among how many it divides operations
 * @param workers how many share each batch; 0 when none does
 */
export async function rushlightPeer(threads = 1, workers = 0): Promise<Peer> {
  setDefaultDtype("float32");
  const started = await startThreads({ threads });
  const { name, features = [] } = backend();
  return {
    versions: { Rushlight: [`backend ${name}`, ...features].join(", "), Node: process.versions.node },
    begin(workload) {
      const training = workers > 0 ? dataParallelOn(workload, workers) : trainingOn(workload);
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

function dataParallelOn(workload: Workload, workers: number): Training {
  if (workload.kind === "layer") throw new Error("workers share batches of training steps, not those of single layers");
  return trainParallel(network(workload), workload, workers);
}

function trainingOn(workload: Workload): Training {
  return workload.kind === "layer" ? repeat(workload) : train(network(workload), workload);
}
