/** How many characters must be inserted, left out or changed to make one text of the other (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}

/** The name that someone probably meant: one that differs by at most a third of its characters, whatever their case. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of names) {
    const changes = distance(name.toLowerCase(), candidate.toLowerCase());
    if (changes >= least || changes > Math.max(name.length, candidate.length) / 3) continue;
    best = candidate;
    least = changes;
  }
  return best;
}
