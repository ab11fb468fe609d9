import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serve } from "../src/serve.js";

let folder: string;
let files: Record<string, string>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pages-"));
  files = { "/index.html": join(folder, "index.html") };
  writeFileSync(files["/index.html"], "<p>here</p>");
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  [true, "same-origin", "require-corp"],
  [false, null, null],
])("a page that is isolated: %s, is served with the headers for that", async (isolated, opener, embedder) => {
  const { origin, close } = await serve(files, isolated);
  const response = await fetch(origin);
  expect(await response.text()).toBe("<p>here</p>");
  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(response.headers.get("cross-origin-opener-policy")).toBe(opener);
  expect(response.headers.get("cross-origin-embedder-policy")).toBe(embedder);
  await close();
});

test("what is asked for and is not there is told", async () => {
  const { origin, missing, close } = await serve(files, false);
  expect((await fetch(`${origin}/kernels.wasm`)).status).toBe(404);
  expect((await fetch(`${origin}/..%2Findex.html`)).status).toBe(404);
  expect(missing).toEqual(["/kernels.wasm", "/..%2Findex.html"]);
  await close();
});
