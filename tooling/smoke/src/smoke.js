// Packs every package that is published, installs the tarballs with npm in an empty folder, and uses them there.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const root = dirname(dirname(home));
const pnpm = join(root, "node_modules", "pnpm", "bin", "pnpm.cjs");
const tsc = join(home, "node_modules", "typescript", "bin", "tsc");

const folder = mkdtempSync(join(tmpdir(), "rushlight-smoke-"));
try {
  const tarballs = packAll(join(folder, "tarballs"));
  writeProject(tarballs);
  step("npm install", "npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
  step("an ES module imports and trains", process.execPath, ["train.mjs"]);
  step("a CommonJS file requires", process.execPath, ["require.cjs"]);
  step("an ES module draws charts", process.execPath, ["charts.mjs"]);
  step("without koffi, a BLAS is asked for", process.execPath, ["no-koffi.mjs"]);
  step("an ES module starts threads", process.execPath, ["threads.mjs"]);
  step("a CommonJS file starts threads", process.execPath, ["threads.cjs"]);
  await bundle("esm", "bundled");
  step("a bundled application starts threads", process.execPath, [join("bundled", "app.js")]);
  await bundle("cjs", "bundled-as-commonjs");
  step("one that is bundled as CommonJS does", process.execPath, [join("bundled-as-commonjs", "app.js")]);
  step("tsc --strict, resolving as Node", process.execPath, [tsc, "-p", "tsconfig.nodenext.json"]);
  step("tsc --strict, resolving as a bundler", process.execPath, [tsc, "-p", "tsconfig.bundler.json"]);
} finally {
  rmSync(folder, { recursive: true });
}

/**
 * @param {string} target the folder for the tarballs
 * @returns {Record<string, string>} by name of the package, what a `package.json` has to name
 */
function packAll(target) {
  mkdirSync(target);
  /** @type {Record<string, string>} */
  const tarballs = {};
  for (const name of readdirSync(join(root, "packages"))) {
    const source = join(root, "packages", name);
    const manifest = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
    if (manifest.private) continue;
    const args = [pnpm, "--silent", "pack", "--pack-destination", target];
    step(`pack ${manifest.name}`, process.execPath, args, source);
    tarballs[manifest.name] = `file:tarballs/${manifest.name.slice(1).replace("/", "-")}-${manifest.version}.tgz`;
  }
  return tarballs;
}

/** @param {Record<string, string>} tarballs */
function writeProject(tarballs) {
  cpSync(join(home, "project"), folder, { recursive: true });
  // What the packages ask of each other is to come from the tarballs too, whatever a registry has to offer.
  const manifest = { name: "smoke", private: true, type: "module", dependencies: tarballs, overrides: tarballs };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest, undefined, 2));
}

/**
 * Bundles an application that starts threads, as its README says: the workers' file is an entry of its own, and Piscina, which
 * has a file for its workers too, stays in node_modules.
 *
 * @param {"esm" | "cjs"} format
 * @param {string} target the folder for the bundle
 */
async function bundle(format, target) {
  const source = format === "esm" ? "threads.mjs" : "threads.cjs";
  await build({
    absWorkingDir: folder,
    entryPoints: { app: source, kernelLoop: "@rushlight/parallel/kernel-loop" },
    outdir: target,
    bundle: true,
    platform: "node",
    format,
    external: ["piscina"],
    logLevel: "error",
    logOverride: { "empty-import-meta": "silent" },
  });
  const type = format === "esm" ? "module" : "commonjs";
  writeFileSync(join(folder, target, "package.json"), JSON.stringify({ type }));
}

/**
 * Runs a command, and says in one line that it worked or throws with everything it printed.
 *
 * @param {string} title
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} [cwd]
 */
function step(title, command, args, cwd = folder) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    shell: command === "npm" && process.platform === "win32",
  });
  if (status !== 0) throw new Error(`${title} failed${error ? `: ${error.message}` : ""}\n${stdout}${stderr}`);
  console.log(`ok  ${title}`);
}
