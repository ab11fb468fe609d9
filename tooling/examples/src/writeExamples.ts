import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Example } from "./Example.ts";

/** An example in a file of its own, line for line as in the documentation. */
export interface WrittenExample extends Example {
  /** The file, absolute. */
  readonly path: string;
}

/**
 * Writes every example of a package to a file below its `reports` folder, where imports find what the package's own
 * tests find, and removes files of examples that are gone.
 *
 * @param folder the package
 * @param examples its examples
 */
export function writeExamples(folder: string, examples: readonly Example[]): WrittenExample[] {
  const target = join(folder, "reports", "examples");
  mkdirSync(target, { recursive: true });
  const written = examples.map((example) => {
    const path = join(target, `${example.file.replaceAll("/", "-").replace(/\.\w+$/, "")}-${example.line}.ts`);
    const text = `${example.code}\nexport {};\n`;
    // A test runner that watches files must not be set off by a file that did not change.
    if (!existsSync(path) || readFileSync(path, "utf8") !== text) writeFileSync(path, text);
    return { ...example, path };
  });
  const current = new Set(written.map((example) => example.path));
  for (const name of readdirSync(target)) {
    if (!current.has(join(target, name))) rmSync(join(target, name));
  }
  return written;
}
