import { allowedXml } from "./allowedXml.ts";
import { escapeXml } from "./escapeXml.ts";

/** What the finished drawing says about itself. */
export interface Finish {
  /** The start of its ids and classes. */
  readonly name: string;
  /** For screen readers: what the chart is called. */
  readonly title: string;
  /** For screen readers: what is to be seen. */
  readonly description: string;
  /** Rules of CSS, or nothing. */
  readonly rules: string;
}

/** A drawing with a title, a description and rules at its start, as one image to screen readers. */
export function finishSvg(svg: string, { name, title, description, rules }: Finish): string {
  const [titleId, descriptionId] = [`${name}-title`, `${name}-desc`];
  const labels = `role="img" aria-labelledby="${titleId} ${descriptionId}"`;
  const head = [
    `<title id="${titleId}">${escapeXml(title)}</title>`,
    `<desc id="${descriptionId}">${escapeXml(description)}</desc>`,
    rules === "" ? "" : `<style>${rules}</style>`,
  ].join("");
  return allowedXml(svg.replace(/<svg\b([^>]*)>/, (_, attributes: string) => `<svg ${labels}${attributes}>${head}`));
}
