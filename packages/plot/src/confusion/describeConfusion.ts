import { accuracyText, type Confusion } from "./Confusion.ts";
import { mistakesOf } from "./mistakesOf.ts";

/** The most mistakes that are named. */
const NAMED = 3;

/** What a confusion matrix shows, in words. */
export function describeConfusion(confusion: Confusion): string {
  const { length } = confusion.classes;
  const mistakes = mistakesOf(confusion).slice(0, NAMED);
  const often = mistakes.length === 0 ? "" : ` Most often: ${mistakes.join("; ")}.`;
  return `${length} ${length === 1 ? "class" : "classes"}, ${accuracyText(confusion)}.${often}`;
}
