const FONT = / font-family="([^"]*)"/;

/**
 * Vega's drawing without what is of use only on a live page: hidden shapes, empty groups, classes, roles, hints for pointers. The
 * font is named once, and places are given to a hundredth of a pixel.
 */
export function tidy(svg: string): string {
  let tidied = svg
    .replace(/<path[^>]*display="none"[^>]*\/>/g, "")
    .replace(/<path[^>]*d="M0,0h0v0h0Z"[^>]*\/>/g, "")
    .replace(/<text[^>]* opacity="0"[^>]*>[^<]*<\/text>/g, "")
    .replace(/<g\b[^>]*\/>/g, "")
    .replace(/ (?:(?:class|role|aria-[a-z]+)="[^"]*"|pointer-events="none"|opacity="1"|stroke-width="1")/g, "");
  for (let before = ""; before !== tidied; ) {
    before = tidied;
    tidied = tidied.replace(/<g[^>]*><\/g>/g, "").replace(/<g>((?:<(?!\/?g\b)[^>]*>|[^<])*)<\/g>/g, "$1");
  }
  const font = FONT.exec(tidied)?.[0] ?? "";
  return tidied
    .replaceAll(font, "")
    .replace(/<svg\b/, `<svg${font}`)
    .replace(/ (?:d|transform|x|y|x2|y2)="[^"]*"/g, (attribute) => attribute.replace(/\d+\.\d{3,}/g, rounded));
}

function rounded(number: string): string {
  return String(Math.round(100 * Number(number)) / 100);
}
