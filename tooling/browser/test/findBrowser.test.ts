import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findBrowser } from "../src/findBrowser.js";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "browsers-"));
  for (const name of ["google-chrome", "mine"]) {
    writeFileSync(join(folder, name), "");
    chmodSync(join(folder, name), 0o755);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

test("the browser that CHROME_PATH names is taken, and no other", () => {
  const PATH = folder;
  expect(findBrowser({ PATH, CHROME_PATH: join(folder, "mine") }, "linux")).toBe(join(folder, "mine"));
  expect(() => findBrowser({ PATH, CHROME_PATH: "/no/chrome" }, "linux")).toThrow(
    'expected CHROME_PATH to be the path of a browser, got "/no/chrome"',
  );
});

test("without it, the path is searched", () => {
  expect(findBrowser({ PATH: folder }, "linux")).toBe(join(folder, "google-chrome"));
});

test("without a browser, the message says how to get one", () => {
  expect(() => findBrowser({ PATH: "/nowhere" }, "linux")).toThrow(
    /expected a browser: chromium,.*\n.*apt install chromium/,
  );
});
