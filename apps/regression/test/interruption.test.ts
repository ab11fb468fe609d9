import { readdirSync } from "node:fs";
import { join } from "node:path";
import { MemoryTerminal, temporaryFolder } from "@rushlight/command-line/testing";
import { expect, it } from "vitest";
import { main } from "../src/main.ts";
import { readModel } from "../src/model/modelFile.ts";

it("an interrupted training saves what was learned, and ends with 130", async () => {
  const terminal = new MemoryTerminal();
  const controller = new AbortController();
  const out = temporaryFolder();
  const ended = main(["--epochs", "1000000", "--out", out], terminal, controller.signal);
  const waiting = setInterval(() => {
    if (terminal.stdout.text.includes("epoch 100 of 1,000,000:")) controller.abort();
  }, 1);
  expect(await ended).toBe(130);
  clearInterval(waiting);
  expect(terminal.stdout.text).toMatch(/^[\d,]+ epochs in \d+\.\d s, interrupted: training loss \d\.\d{4}$/m);
  expect(readdirSync(out).sort()).toEqual(["held-out.csv", "model.json", "report.html"]);
  expect(readModel(join(out, "model.json")).target).toBe("y");
});

it("an interrupted training before the end of its first epoch saves nothing", async () => {
  const terminal = new MemoryTerminal();
  const out = temporaryFolder();
  expect(await main(["--out", out], terminal, AbortSignal.abort())).toBe(130);
  expect(terminal.lines.at(-1)).toContain("nothing was learned, nothing is saved");
  expect(readdirSync(out)).toEqual([]);
});
