import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import type { Example } from "./Example.ts";
import { markdownExamples } from "./markdownExamples.ts";
import { sourceExamples } from "./sourceExamples.ts";

/**
 * Every example of a package: those in its README, then those in the pages of its `docs`, then those in the
 * documentation of its sources.
 *
 * @param folder the package
 */
export function collectExamples(folder: string): Example[] {
  const pages = [...(existsSync(join(folder, "README.md")) ? ["README.md"] : []), ...filesBelow(folder, "docs", ".md")];
  const sources = filesBelow(folder, "src", ".ts").filter((file) => !file.endsWith(".d.ts"));
  return [
    ...pages.flatMap((file) => markdownExamples(file, readFileSync(join(folder, file), "utf8"))),
    ...sources.flatMap((file) => sourceExamples(file, readFileSync(join(folder, file), "utf8"))),
  ];
}

function filesBelow(folder: string, part: string, extension: string): string[] {
  const parent = join(folder, part);
  if (!existsSync(parent)) return [];
  return readdirSync(parent, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(extension))
    .sort()
    .map((file) => [part, ...file.split(sep)].join("/"));
}
