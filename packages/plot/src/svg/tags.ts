const TAG = /<\/?[A-Za-z][^\s/>]*(?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?>/g;

/** The text of an SVG with each tag replaced by what a function makes of it. */
export function replaceTags(svg: string, replace: (tag: string, index: number) => string): string {
  let index = 0;
  return svg.replace(TAG, (tag) => replace(tag, index++));
}

/** The tags of an SVG in order, closing ones included. */
export function tagsOf(svg: string): string[] {
  return svg.match(TAG) ?? [];
}
