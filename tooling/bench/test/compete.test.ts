import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { compete } from "../src/workloads/compete.ts";
import type { System } from "../src/workloads/systems/System.ts";
import { fakeSchedule, fakeSystem, fakeWorkload } from "./fakeSystem.ts";

const folder = mkdtempSync(join(tmpdir(), "bench-compete-"));
afterAll(() => rmSync(folder, { recursive: true }));

const versions = { fake: "1.0" };
const nothing = { reason: undefined, complaint: undefined };

function run(...systems: readonly System[]) {
  return compete(fakeWorkload("D"), systems, fakeSchedule);
}

test("a system's time is that of a step", async () => {
  expect(await run(fakeSystem("a"), fakeSystem("b", { msPerStep: 2.5 }, 2))).toEqual([
    { workload: "D", system: "a", threads: 1, msPerStep: 1, versions, ...nothing },
    { workload: "D", system: "b", threads: 2, msPerStep: 2.5, versions, ...nothing },
  ]);
});

test("systems warm up with one step, then more, and are measured in alternation", async () => {
  const log = join(folder, "alternation");
  await run(fakeSystem("a", { log }), fakeSystem("b", { log }));
  const requests = readFileSync(log, "utf8").trim().split("\n");
  const warmUp = (name: string): string[] => [1, 1, 2].map((steps) => `${name}:D:${steps}`);
  const round = ["a:D:10", "b:D:10"];
  expect(requests).toEqual([...warmUp("a"), ...warmUp("b"), ...round, ...round, ...round]);
});

test("a slow system makes single steps, in fewer rounds", async () => {
  const log = join(folder, "slow");
  await run(fakeSystem("a", { log, msPerStep: 60 }), fakeSystem("b", { log, msPerStep: 1000 }));
  const requests = readFileSync(log, "utf8").trim().split("\n");
  expect(requests).toEqual(["a:D:1", "b:D:1", "a:D:1", "b:D:1"]);
});

test("a system that is not there has a reason instead of a time", async () => {
  const impossible: System = { name: "c", threads: 1, command: () => Promise.reject(new Error("no such thing")) };
  const missing: System = { name: "d", threads: 1, command: async () => ({ program: "/no/such/program", args: [] }) };
  const outcomes = await run(fakeSystem("a", { unavailable: "not on this machine" }), impossible, missing);
  expect(outcomes.map(({ msPerStep, reason }) => [msPerStep, reason])).toEqual([
    [undefined, "not on this machine"],
    [undefined, "no such thing"],
    [undefined, "spawn /no/such/program ENOENT"],
  ]);
});

test("a system that can not train a workload has the reason that it gives, and the others go on", async () => {
  const outcomes = await run(fakeSystem("a", { error: "no gradient" }), fakeSystem("b"));
  expect(outcomes.map(({ msPerStep, reason }) => [msPerStep, reason])).toEqual([
    [undefined, "no gradient"],
    [1, undefined],
  ]);
});

test("a process that ends too early is reported with the last it said", async () => {
  const outcomes = await run(fakeSystem("a", { dies: "first" }), fakeSystem("b", { dies: "later" }));
  expect(outcomes.map(({ reason }) => reason)).toEqual([
    "it ended with code 3: no memory left",
    "it ended with code 3: segmentation fault",
  ]);
});

test("a process that says something else is reported with what it said", async () => {
  const outcomes = await run(fakeSystem("a", { greeting: "Hello!" }), fakeSystem("b", { greeting: '{"x":1}' }));
  expect(outcomes.map(({ reason }) => reason)).toEqual([
    "expected a line with a JSON object, got Hello!",
    'expected a greeting with versions, got {"x":1}',
  ]);
});

test("a loss that rises, stays, or is not finite is complained about", async () => {
  const outcomes = await run(
    fakeSystem("a", { losses: [1, 2] }),
    fakeSystem("b", { losses: [2, 2] }),
    fakeSystem("c", { losses: [2, null] }),
    fakeSystem("d", { losses: [2, 3, 1] }),
  );
  expect(outcomes.map(({ msPerStep, complaint }) => [msPerStep, complaint])).toEqual([
    [1, "its loss did not fall: 1 before the first step, 2 at the end"],
    [1, "its loss did not fall: 2 before the first step, 2 at the end"],
    [1, "its loss is not finite"],
    [1, undefined],
  ]);
});
