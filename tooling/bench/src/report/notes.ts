import type { Outcome } from "../workloads/Outcome.ts";
import { titleOf } from "../workloads/systems/System.ts";

/**
 * What was not measured and why, and whose loss did not fall: a line for each system and reason. Where it is the same for
 * every workload, none is named.
 */
export function notesOn(outcomes: readonly Outcome[]): string[] {
  const notes = new Map<string, { title: string; text: string; workloads: string[] }>();
  const runs = new Map<string, number>();
  for (const { system, threads, workload, reason, complaint } of outcomes) {
    const title = titleOf({ name: system, threads });
    runs.set(title, (runs.get(title) ?? 0) + 1);
    const text = reason ?? complaint;
    if (text === undefined) continue;
    const key = `${title}: ${text}`;
    const note = notes.get(key) ?? { title, text, workloads: [] };
    note.workloads.push(workload);
    notes.set(key, note);
  }
  return [...notes.values()].map(({ title, text, workloads }) => {
    const everywhere = workloads.length === runs.get(title);
    return `${title}${everywhere ? "" : ` on ${workloads.join(", ")}`}: ${text}`;
  });
}
