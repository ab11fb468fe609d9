import type { TrainingSettings } from "../../checkpoint/TrainingSettings.ts";
import { optimizers } from "../../optimizing/optimizers.ts";

/** What a network is trained with, in words. */
export function describeTraining(settings: TrainingSettings): string {
  const { epochs, batchSize, optimizer, rate, momentum, weightDecay, schedule, warmUp, patience, augment } = settings;
  const { takes } = optimizers[optimizer];
  const parts = [
    `epochs ${epochs}`,
    `batch size ${batchSize}`,
    optimizer,
    ...(takes.includes("rate") ? [`rate ${rate}`] : []),
    ...(takes.includes("momentum") ? [`momentum ${momentum}`] : []),
    ...(weightDecay > 0 ? [`weight decay ${weightDecay}`] : []),
    ...(takes.includes("schedule") ? [`${schedule} schedule`] : []),
    ...(warmUp > 0 ? [`warm-up ${warmUp}`] : []),
    ...(patience === null ? [] : [`patience ${patience}`]),
    ...(augment ? ["augmented"] : []),
  ];
  return parts.join(", ");
}
