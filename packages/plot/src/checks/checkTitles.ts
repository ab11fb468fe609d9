import { ArgumentError, shown } from "@rushlight/tensor";
import { checkText } from "./checkText.ts";

/** Checks the title that a chart must have and the subtitle that it may have. */
export function checkTitles(owner: string, { title, subtitle }: { title: string; subtitle?: string }): void {
  checkText(`${owner}: title`, title);
  if (subtitle !== undefined) checkText(`${owner}: subtitle`, subtitle);
}

/** Checks that names are text and that none comes twice. */
export function checkNames(owner: string, names: readonly unknown[]): void {
  names.forEach((name, i) => {
    checkText(`${owner} ${i}: name`, name);
    const first = names.indexOf(name);
    if (first !== i)
      throw new ArgumentError(`${owner} ${i}: expected a name of its own, got ${shown(name)} as ${first} has`);
  });
}
