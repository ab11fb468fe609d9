import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";

const home = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Bundles the page as a user would.
 *
 * @param {string} target a folder for its files
 * @returns {Promise<Record<string, string>>} where each path of the page is on the disk
 */
export async function bundlePage(target) {
  await build({
    root: join(home, "page"),
    configFile: false,
    logLevel: "warn",
    build: {
      outDir: target,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      // Networks print the names of their classes, which minifying would change.
      rolldownOptions: { output: { keepNames: true } },
    },
  });
  const entries = readdirSync(target, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(paths.map((path) => [`/${relative(target, path).split(sep).join("/")}`, path]));
}

/**
 * How many bytes a bundle of a program has after gzip.
 *
 * @param {string} program what a user writes
 * @param {boolean} [minify]
 * @returns {Promise<number>}
 */
export async function bundleSize(program, minify = true) {
  // Inside this package, so that the bundler finds what the package depends on.
  const folder = mkdtempSync(join(home, "bundled-"));
  try {
    const entry = join(folder, "entry.js");
    writeFileSync(entry, program);
    const built = await build({
      root: folder,
      configFile: false,
      logLevel: "warn",
      build: { write: false, minify, modulePreload: false, rolldownOptions: { input: entry } },
    });
    if (!("output" in built)) throw new Error("expected one bundle");
    const chunks = built.output.flatMap((each) => (each.type === "chunk" ? [each.code] : []));
    return gzipSync(chunks.join("\n"), { level: 9 }).length;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
