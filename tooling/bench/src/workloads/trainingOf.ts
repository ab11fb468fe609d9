import type { TrainingWorkload, Workload } from "./Workload.ts";

/**
 * A workload in which something is learned, for systems that are asked for nothing else.
 *
 * @throws Error for a single layer
 */
export function trainingOf(workload: Workload): TrainingWorkload {
  if (workload.kind === "layer") throw new Error("single layers are measured in Rushlight and PyTorch alone");
  return workload;
}
