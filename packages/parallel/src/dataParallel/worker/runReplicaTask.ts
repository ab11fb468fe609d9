import { deserialized } from "../../sharing/deserialized.ts";
import { FileFailure } from "../../sharing/worker/FileFailure.ts";
import { thrownParts } from "../../sharing/worker/thrownParts.ts";
import type { ReplicaAnswer, ReplicaMessage, ReplicaRecipe, ReplicaResults, ReplicaTask } from "../messages.ts";
import { makeReplica } from "./makeReplica.ts";
import type { Replica } from "./Replica.ts";
import { evaluate, hogwild, learn, predict } from "./tasks.ts";

let current: { readonly version: number; readonly replica: Replica } | undefined;

/** Does a task in a worker thread, with the replica that it is for. What goes wrong is an answer, too. */
export async function runReplicaTask({ version, recipe, task }: ReplicaMessage): Promise<ReplicaAnswer> {
  try {
    if (current?.version !== version)
      current = { version, replica: await makeReplica(deserialized(recipe) as ReplicaRecipe) };
    return { kind: "result", result: resultOf(current.replica, task) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const thrown = thrownParts(error instanceof FileFailure ? error.cause : error);
    return { kind: "failure", message: `a worker failed: ${reason}`, thrown };
  }
}

function resultOf(replica: Replica, task: ReplicaTask): ReplicaResults[ReplicaTask["kind"]] {
  switch (task.kind) {
    case "learn":
      return learn(replica, task);
    case "evaluate":
      return evaluate(replica, task);
    case "predict":
      return predict(replica, task);
    case "hogwild":
      return hogwild(replica, task);
  }
}
