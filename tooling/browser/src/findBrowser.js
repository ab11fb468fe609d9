import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** What Chromium and its relatives are called on the path. */
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];

/** Where they are on systems that do not put them on the path. */
const places = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
};

/**
 * The program of a browser: the one that `CHROME_PATH` names and no other, or the first that is installed.
 *
 * @param {Readonly<Record<string, string | undefined>>} [environment]
 * @param {string} [platform]
 * @returns {string} its path
 * @throws Error that says how to get one
 */
export function findBrowser(environment = process.env, platform = process.platform) {
  const named = environment.CHROME_PATH ?? "";
  if (named !== "") {
    if (isProgram(named)) return named;
    throw new Error(`expected CHROME_PATH to be the path of a browser, got "${named}"`);
  }
  const folders = (environment.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const elsewhere = platform === "darwin" || platform === "win32" ? places[platform] : [];
  const found = [...onPath, ...elsewhere].find(isProgram);
  if (found !== undefined) return found;
  throw new Error(
    [
      `expected a browser: ${names.join(", ")} on the path, or CHROME_PATH with the path of one; found none`,
      "to get one: apt install chromium, dnf install chromium, brew install --cask chromium, or google.com/chrome",
    ].join("\n  "),
  );
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
