import { accuracyText, type Confusion, countText } from "./Confusion.ts";

/** The most mistakes that are named. */
const NAMED = 3;

/** What a confusion matrix shows, in words. */
export function describeConfusion(confusion: Confusion): string {
  const { classes, counts } = confusion;
  const mistakes = counts
    .flatMap((row, i) => row.map((count, j) => ({ count, actual: i, chosen: j })))
    .filter(({ count, actual, chosen }) => count > 0 && actual !== chosen)
    .sort((a, b) => b.count - a.count)
    .slice(0, NAMED)
    .map(({ count, actual, chosen }) => `${classes[actual]} taken for ${classes[chosen]}, ${countText(count)}`);
  const often = mistakes.length === 0 ? "" : ` Most often: ${mistakes.join("; ")}.`;
  return `${classes.length} ${classes.length === 1 ? "class" : "classes"}, ${accuracyText(confusion)}.${often}`;
}
