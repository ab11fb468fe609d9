import { ArgumentError } from "@rushlight/tensor";
import { replaceTags, tagsOf } from "./tags.ts";

const COLOURED = /\s(fill|stroke|stop-color)="([^"]*)"/g;

/**
 * The light drawing of a chart with rules that turn it into the dark one where the reader prefers that. The two are the
 * same but for colours, so whatever differs gets a class, and the class a rule.
 *
 * @param name what the classes start with, so that no other chart of a page has the same
 * @throws ArgumentError for drawings that differ in more
 */
export function bothThemes(light: string, dark: string, name: string): { svg: string; rules: string } {
  const darkTags = tagsOf(dark);
  const count = tagsOf(light).length;
  if (darkTags.length !== count) {
    throw new ArgumentError(`Chart: expected ${count} tags in the dark as in the light, got ${darkTags.length}`);
  }
  const classes = new Map<string, string>();
  const svg = replaceTags(light, (tag, index) => {
    const changes = changesOf(tag, darkTags[index] ?? "");
    if (changes === "") return tag;
    const known = classes.get(changes) ?? `${name}-c${classes.size}`;
    classes.set(changes, known);
    return withClass(tag, known);
  });
  const rules = [...classes].map(([changes, known]) => `.${known}{${changes}}`).join("");
  return { svg, rules: rules === "" ? "" : `@media (prefers-color-scheme:dark){${rules}}` };
}

/** What a tag has other colours for in the dark, as declarations of CSS. */
function changesOf(light: string, dark: string): string {
  const darkColours = new Map([...dark.matchAll(COLOURED)].map(([, property, colour]) => [property, colour]));
  return [...light.matchAll(COLOURED)]
    .filter(([, property, colour]) => darkColours.get(property) !== colour && !colour.startsWith("url("))
    .map(([, property]) => `${property}:${darkColours.get(property)}`)
    .join(";");
}

function withClass(tag: string, name: string): string {
  if (/\sclass="/.test(tag)) return tag.replace(/\sclass="/, ` class="${name} `);
  return tag.replace(/^<[^\s/>]+/, (start) => `${start} class="${name}"`);
}
