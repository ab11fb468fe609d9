import { replaceTags } from "./tags.ts";

const FONT = / font-family="[^"]*"/;

/** Of use only on a live page, or what holds without being said. */
const NEEDLESS = / (?:(?:class|role|aria-[a-z]+)="[^"]*"|pointer-events="none"|opacity="1"|stroke-width="1")/g;

/** Attributes with places in them. */
const PLACES = / (?:d|transform|x|y|x2|y2)="[^"]*"/g;

/**
 * Vega's drawing without what is of use only on a live page: hidden shapes, empty groups, classes, roles, hints for pointers. The
 * font is named once, and places are given to a hundredth of a pixel.
 */
export function tidy(svg: string): string {
  const font = FONT.exec(svg)?.[0] ?? "";
  const visible = svg
    .replace(/<path[^>]*display="none"[^>]*\/>/g, "")
    .replace(/<path[^>]*d="M0,0h0v0h0Z"[^>]*\/>/g, "")
    .replace(/<text[^>]* opacity="0"[^>]*>[^<]*<\/text>/g, "")
    .replace(/<g\b[^>]*\/>/g, "");
  let tidied = replaceTags(visible, tidyTag);
  for (let before = ""; before !== tidied; ) {
    before = tidied;
    tidied = tidied.replace(/<g[^>]*><\/g>/g, "").replace(/<g>((?:<(?!\/?g\b)[^>]*>|[^<])*)<\/g>/g, "$1");
  }
  return tidied.replace(/<svg\b/, `<svg${font}`);
}

function tidyTag(tag: string): string {
  return tag
    .replace(NEEDLESS, "")
    .replace(FONT, "")
    .replace(PLACES, (attribute) => attribute.replace(/\d+\.\d{3,}/g, rounded));
}

function rounded(number: string): string {
  return String(Math.round(100 * Number(number)) / 100);
}
