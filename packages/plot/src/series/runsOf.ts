/** The stretches of a list whose elements can be drawn: a gap is wherever one can not. */
export function runsOf<T>(list: readonly T[], drawable: (element: T) => boolean): T[][] {
  const runs: T[][] = [];
  let open = false;
  for (const element of list) {
    const there = drawable(element);
    if (there && open) runs.at(-1)?.push(element);
    else if (there) runs.push([element]);
    open = there;
  }
  return runs;
}
