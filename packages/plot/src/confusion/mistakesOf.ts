import { type Confusion, countText } from "./Confusion.ts";

/** What was taken for what, and how often, the most frequent first. */
export function mistakesOf({ classes, counts }: Confusion): string[] {
  return counts
    .flatMap((row, i) => row.map((count, j) => ({ count, actual: i, chosen: j })))
    .filter(({ count, actual, chosen }) => count > 0 && actual !== chosen)
    .sort((a, b) => b.count - a.count)
    .map(({ count, actual, chosen }) => `${classes[actual]} taken for ${classes[chosen]}, ${countText(count)}`);
}
