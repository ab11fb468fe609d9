import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** A page of which a part is made by a program. */
export interface Page {
  /** The line before that part. */
  readonly begin: string;
  /** The line behind it. */
  readonly end: string;
  /** A page that is not there yet, with both lines: the parts outside of them are for people to write. */
  readonly draft: string;
}

/**
 * Checks that a page can be brought up to date, before anything is measured.
 *
 * @throws Error for a file without the markers, which is somebody's own
 */
export function checkPage(file: string, page: Page): void {
  if (existsSync(file)) split(file, readFileSync(file, "utf8"), page);
}

/**
 * Puts a new measured part into a page, and leaves the rest as it is; makes the page when it is not there.
 *
 * @throws Error for a file without the markers
 */
export function updatePage(file: string, measured: string, page: Page): void {
  const [before, after] = split(file, existsSync(file) ? readFileSync(file, "utf8") : page.draft, page);
  writeFileSync(file, `${before}${page.begin}\n\n${measured.trim()}\n\n${page.end}${after}`);
}

function split(file: string, text: string, { begin, end }: Page): [before: string, after: string] {
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${file}: expected the markers "${begin}" and "${end}", in this order`);
  return [text.slice(0, from), text.slice(to + end.length)];
}
