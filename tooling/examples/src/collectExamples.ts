import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Example } from "./Example.ts";
import { markdownExamples } from "./markdownExamples.ts";
import { sourceExamples } from "./sourceExamples.ts";

/**
 * Every example of a package: those in its README, then those in the documentation of its sources.
 *
 * @param folder the package
 */
export function collectExamples(folder: string): Example[] {
  const sources = join(folder, "src");
  const files = existsSync(sources)
    ? readdirSync(sources, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
        .sort()
        .map((file) => join(sources, file))
    : [];
  const readme = join(folder, "README.md");
  return [
    ...(existsSync(readme) ? markdownExamples("README.md", readFileSync(readme, "utf8")) : []),
    ...files.flatMap((file) => sourceExamples(relative(folder, file).split(sep).join("/"), readFileSync(file, "utf8"))),
  ];
}
