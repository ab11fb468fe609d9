// Bundles the page, opens it in a browser that is installed, isolated from other origins and not, and says what is wrong.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { bundlePage, bundleSize } from "./bundle.js";
import { findBrowser } from "./findBrowser.js";
import { problems } from "./problems.js";
import { programs } from "./programs.js";
import { serve } from "./serve.js";
import { visit } from "./visit.js";

const { values } = parseArgs({ options: { pictures: { type: "string" } } });
const folder = mkdtempSync(join(tmpdir(), "rushlight-browser-"));
let wrong = 0;
try {
  const executablePath = findBrowser();
  const files = await bundlePage(join(folder, "page"));
  // Chromium refuses to run as root in its sandbox.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath, args });
  try {
    console.log(`Chromium ${browser.version()} at ${executablePath}`);
    for (const isolated of [true, false]) wrong += await tryPage(browser, files, isolated);
  } finally {
    await browser.close();
  }
  for (const { name, program } of programs) {
    const kilobytes = ((await bundleSize(program)) / 1000).toFixed(1);
    console.log(`${kilobytes.padStart(6)} kB, minified, after gzip: ${name}`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  wrong += 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = wrong === 0 ? 0 : 1;

/**
 * @param {import("playwright-core").Browser} browser
 * @param {Readonly<Record<string, string>>} files
 * @param {boolean} isolated
 * @returns {Promise<number>} how many things are wrong
 */
async function tryPage(browser, files, isolated) {
  const title = isolated ? "isolated from other origins" : "not isolated";
  const { origin, missing, close } = await serve(files, isolated);
  try {
    const visited = await visit(browser, origin);
    if (values.pictures !== undefined) {
      mkdirSync(values.pictures, { recursive: true });
      writeFileSync(join(values.pictures, isolated ? "isolated.png" : "open.png"), visited.picture);
    }
    const found = problems(visited, { isolated, origin, files: Object.keys(files), missing });
    const { backend, features, first, loss } = visited.result;
    console.log(
      `${found.length === 0 ? "ok " : "not ok"} ${title}: ${backend} (${features.join(", ")}), loss ${first.toFixed(4)} to ${loss.toFixed(4)}`,
    );
    for (const problem of found) console.error(`  ${problem}`);
    return found.length;
  } finally {
    await close();
  }
}
