import { replaceTags } from "./tags.ts";

/** An SVG whose ids, and references to them, start with a name of its own: no two charts of a page share one. */
export function ownIds(svg: string, name: string): string {
  const ids = new Map<string, string>();
  const renamed = replaceTags(svg, (tag) =>
    tag.replace(/ id="([^"]*)"/, (_, id: string) => {
      const own = `${name}-${ids.size}`;
      ids.set(id, own);
      return ` id="${own}"`;
    }),
  );
  const own = (id: string): string => ids.get(id) ?? id;
  return replaceTags(renamed, (tag) =>
    tag
      .replace(/url\(#([^)]*)\)/g, (_, id: string) => `url(#${own(id)})`)
      .replace(/href="#([^"]*)"/g, (_, id: string) => `href="#${own(id)}"`),
  );
}
