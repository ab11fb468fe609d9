import type { FitResult } from "./FitResult.ts";

/** What a script may want to know about a fit; numbers that are none become null. */
export function fitJson(
  { problem, optimizer, settings, model, record, comparison, importances, curve }: FitResult,
  files: Readonly<Record<string, string>>,
): string {
  const { training, validation, heldOut } = problem.split;
  const { mean, linear, network, difference } = comparison;
  const last = record.history[record.bestEpoch - 1];
  const { excluded, inputs, width } = model.encoder;
  return JSON.stringify({
    data: problem.name,
    target: problem.target,
    inputs: inputs.map(({ name, type }) => ({ name, type })),
    width,
    excluded,
    notes: problem.notes,
    rows: { training: training.length, validation: validation.length, heldOut: heldOut.length },
    seed: settings.seed,
    optimizer,
    ...settings.optimizerSettings,
    epochs: record.history.length,
    bestEpoch: record.bestEpoch,
    ending: record.ending,
    seconds: record.seconds,
    firstLoss: record.history[0].training,
    trainingLoss: last.training,
    validationLoss: last.validation ?? null,
    errors: { mean, linear, network },
    rmseDifference: difference,
    importances,
    curve: curve ?? null,
    files,
  });
}
