import type { Outcome } from "../measure/Outcome.ts";
import { numberText } from "../numberText.ts";

/** What the tables say of a run; of none, when a method is not meant for a problem. */
export function cell(outcome: Outcome | undefined): string {
  if (outcome === undefined) return "–";
  const { end, evaluations, lowest } = outcome;
  if (end === "diverged") return "diverged";
  return end === "reached" ? String(evaluations) : `> ${evaluations} (${short(lowest)})`;
}

/** A loss with three digits. */
export function short(loss: number): string {
  return numberText(Number(loss.toPrecision(3)));
}
