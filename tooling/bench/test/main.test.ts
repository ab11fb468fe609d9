import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type Contents, main } from "../src/main.ts";
import type { Suite } from "../src/suites/Suite.ts";
import { suites as realSuites } from "../src/suites/suites.ts";
import type { System } from "../src/workloads/systems/System.ts";
import { allSystems } from "../src/workloads/systems/systems.ts";
import { workloads as realWorkloads } from "../src/workloads/workloads.ts";
import { fakeSchedule, fakeSystem, fakeWorkload } from "./fakeSystem.ts";

const folder = mkdtempSync(join(tmpdir(), "bench-"));
afterAll(() => rmSync(folder, { recursive: true }));

let now = 0;
const pace = { timing: { clock: () => now, sampleTime: 1, samples: 3 }, schedule: fakeSchedule };

function suite(name: string): Suite {
  const run = (): number => (now += 2);
  return {
    name,
    about: `about ${name}`,
    prepare: () => ({
      comparisons: [
        {
          name: "case",
          alternatives: [
            { name: "first", run },
            { name: "second", run },
          ],
        },
      ],
      facts: [{ name: "allocations", value: 0, atMost: 0 }],
      remarks: ["third is left out: there is none"],
    }),
  };
}

const contents: Contents = {
  suites: [suite("one"), suite("two")],
  workloads: [fakeWorkload("D"), fakeWorkload("E")],
  systems: () => [
    fakeSystem("wasm"),
    fakeSystem("pytorch", { msPerStep: 2 }, 1),
    fakeSystem("pytorch", { msPerStep: 4 }, 2),
    fakeSystem("blas", { unavailable: "no BLAS" }),
  ],
};

async function call(args: readonly string[], changed: Partial<Contents> = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const surroundings = { out: (line: string) => out.push(line), err: (line: string) => err.push(line), folder };
  const code = await main(args, { ...contents, ...changed }, surroundings, pace);
  return { code, out: out.join("\n"), err: err.join("\n") };
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), "utf8"));
}

test("all suites run, or those that are named", async () => {
  expect((await call([])).out).toMatch(/workloads: (.|\n)*one: about one(.|\n)*two: about two/);
  const { code, out } = await call(["two"]);
  expect(code).toBe(0);
  expect(out).not.toMatch(/workloads: |about one/);
  expect(out).toMatch(/case +first +2\.00 ms +1\.00 +\n +second +2\.00 ms +1\.00/);
  expect(out).toMatch(/allocations +0 met\nthird is left out: there is none/);
});

test("training steps are a table of times, of ratios to the best of PyTorch, of targets and of reasons", async () => {
  const { code, out } = await call(["workloads"]);
  expect(code).toBe(0);
  const table = out.slice(out.indexOf("ms per step")).trimEnd().split("\n");
  expect(table.map((line) => line.trimEnd())).toEqual([
    "ms per step                  D         E",
    "wasm, 1 thread            1.00      1.00",
    "pytorch, 1 thread         2.00      2.00",
    "pytorch, 2 threads        4.00      4.00",
    "",
    "ratio to PyTorch             D         E",
    "wasm, 1 thread            0.50      0.50",
    "pytorch, 1 thread         1.00      1.00",
    "pytorch, 2 threads        2.00      2.00",
    "",
    "targets",
    `D     wasm, up to two threads / pytorch       at most 1.0       0.50${"met".padStart(12)}`,
    `E     wasm, up to two threads / pytorch       at most 1.0       0.50${"met".padStart(12)}`,
    "",
    "blas, 1 thread: no BLAS",
  ]);
});

test("threads are told to the systems and to the suites", async () => {
  const told: unknown[] = [];
  const systems = (threads: number): readonly System[] => [
    fakeSystem("wasm"),
    fakeSystem("wasm", { msPerStep: 0.5 }, threads),
  ];
  const asked: Suite = {
    ...suite("asked"),
    prepare(threads) {
      told.push(threads);
      return { comparisons: [], close: async () => void told.push("closed") };
    },
  };
  const { out } = await call(["--threads", "3"], { systems, suites: [asked] });
  expect(told).toEqual([3, "closed"]);
  expect(out).toMatch(/wasm, 1 thread +1\.00 +1\.00\nwasm, 3 threads +0\.500 +0\.500\n/);
  expect(out).toMatch(/D +wasm, one thread \/ several threads +at least 0\.97 +2\.00 +met/);
});

test("two threads are measured unless others are asked for, where there are two cores", async () => {
  const told: number[] = [];
  const asked: Suite = {
    ...suite("asked"),
    prepare(threads) {
      told.push(threads);
      return { comparisons: [] };
    },
  };
  await call(["asked"], { suites: [asked] });
  expect(told).toEqual([Math.min(2, availableParallelism())]);
});

test("a page tells with how many threads it was made, where that is not the usual", async () => {
  await call(["--threads", "5", "--page", "threads.md"]);
  const page = readFileSync(join(folder, "threads.md"), "utf8");
  expect(page).toContain("Made by `npm run bench -- --threads 5 --page threads.md`.");
});

test("the machine and what changes its speed are named first", async () => {
  const { out } = await call(["one"]);
  expect(out).toMatch(/^Processor: .+\nMemory: \d+ GiB\nSystem: .+\nNode: .+, V8 .+\nEnvironment: /);
});

test("systems and workloads are chosen by name, and then only they run", async () => {
  const { code, out } = await call(["--systems", "pytorch", "--workloads", "E"]);
  expect(code).toBe(0);
  expect(out).toMatch(/ms per step +E\npytorch, 1 thread +2\.00\npytorch, 2 threads +4\.00\n/);
  expect(out).not.toMatch(/about D|wasm|about one/);
});

test("the figures of the workloads are an array, whatever else runs", async () => {
  const figures = ["D", "E"].flatMap((workload) => [
    { workload, system: "wasm", threads: 1, msPerStep: 1, ratioToPyTorch: 0.5 },
    { workload, system: "pytorch", threads: 1, msPerStep: 2, ratioToPyTorch: 1 },
    { workload, system: "pytorch", threads: 2, msPerStep: 4, ratioToPyTorch: 2 },
  ]);
  await call(["--json", "all.json"]);
  await call(["workloads", "--json", "workloads.json"]);
  expect(read("all.json")).toEqual(figures);
  expect(read("workloads.json")).toEqual(figures);
});

test("without PyTorch there are no ratios to it", async () => {
  const { out } = await call(["workloads", "--systems", "wasm", "--workloads", "D", "--json", "alone.json"]);
  expect(read("alone.json")).toEqual([
    { workload: "D", system: "wasm", threads: 1, msPerStep: 1, ratioToPyTorch: null },
  ]);
  expect(out).not.toMatch(/ratio to PyTorch|targets/);
});

test("the measurements of the other suites go into a file of their own", async () => {
  expect((await call(["one", "--micro", "micro.json"])).code).toBe(0);
  const measurements = [
    { name: "first", time: 2, ratio: 1 },
    { name: "second", time: 2, ratio: 1 },
  ];
  expect(read("micro.json")).toEqual([
    {
      name: "one",
      about: "about one",
      comparisons: [{ name: "case", measurements }],
      facts: [{ name: "allocations", value: 0, atMost: 0 }],
      remarks: ["third is left out: there is none"],
    },
  ]);
});

test("a system that does not learn is reported and makes the run fail", async () => {
  const systems = (): readonly System[] => [fakeSystem("wasm", { losses: [1, 5] }), fakeSystem("pytorch")];
  const { code, out } = await call(["workloads", "--json", "not-learning.json"], { systems });
  expect(code).toBe(1);
  expect(out).toContain("wasm, 1 thread: its loss did not fall: 1 before the first step, 5 at the end");
  expect(read("not-learning.json")).toHaveLength(4);
});

test("a page is made of all that was measured", async () => {
  expect((await call(["--page", "performance.md"])).code).toBe(0);
  const page = readFileSync(join(folder, "performance.md"), "utf8");
  expect(page).toMatch(/^# Performance\n/);
  expect(page).toContain("Made by `npm run bench -- --page performance.md`.");
  expect(page).toMatch(/\| Processor \| .+ \|/);
  expect(page).toContain("- **D**: about D");
  expect(page).toContain("|  | D | E |\n| --- | ---: | ---: |\n| wasm, 1 thread | 1.00 | 1.00 |");
  expect(page).toContain("| wasm, 1 thread | 0.50 | 0.50 |");
  expect(page).toContain("| wasm, up to two threads / pytorch | 0.50, met (at most 1.0) | 0.50, met (at most 1.0) |");
  expect(page).toContain("| blas / pytorch | not measured (at most 0.8) | not measured (at most 0.8) |");
  expect(page).toContain("- blas, 1 thread: no BLAS");
  expect(page).toContain("- wasm, 1 thread: fake 1.0");
  expect(page).toContain("## one\n\nAbout one.");
  expect(page).toContain("| case | first | 2.00 ms |  | 1.00 |  |");
  expect(page).toContain("| allocations |  |  | 0 |  | met |");
});

test("a page that is somebody's own is refused before anything runs", async () => {
  writeFileSync(join(folder, "own.md"), "# Mine\n");
  const { code, out, err } = await call(["--page", "own.md"]);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toMatch(/^bench: .*own\.md: expected the markers/);
  expect(readFileSync(join(folder, "own.md"), "utf8")).toBe("# Mine\n");
});

test("a file in a folder that does not exist is refused before anything runs", async () => {
  for (const option of ["--json", "--micro", "--page"]) {
    expect(await call([option, "no/such/file"])).toEqual({
      code: 2,
      out: "",
      err: "bench: expected a file in a folder that exists, got no/such/file",
    });
  }
});

test("help names the suites, the workloads and the systems", async () => {
  const { code, out } = await call(["--help"]);
  expect(code).toBe(0);
  expect(out).toContain("  one: about one");
  expect(out).toContain("  D: about D");
  expect(out).toContain("Systems: wasm, pytorch, blas");
});

test("names and options that do not exist or do not go together are refused before anything runs", async () => {
  const refused = async (...args: readonly string[]): Promise<string> => {
    const { code, out, err } = await call(args);
    expect([code, out]).toEqual([2, ""]);
    return err;
  };
  expect(await refused("three")).toBe("bench: expected suites named workloads, one, two, got three");
  expect(await refused("--systems", "wasm,numpy")).toBe("bench: expected systems named wasm, pytorch, blas, got numpy");
  expect(await refused("--workloads", "F")).toBe("bench: expected workloads named D, E, got F");
  expect(await refused("--jsn", "x")).toContain("--jsn");
  expect(await refused("one", "--json", "x")).toBe("bench: expected the suite workloads for --json, got one");
  expect(await refused("one", "--workloads", "D")).toBe(
    "bench: expected the suite workloads for --systems and --workloads, got one",
  );
  for (const threads of ["0", "64", "1.5", "two", ""]) {
    expect(await refused(`--threads=${threads}`)).toBe(
      `bench: expected --threads with a whole number from 1 to 63, got ${threads}`,
    );
  }
  expect(await refused("one", "--page", "x")).toContain("expected --page without suites");
});

test("every suite, every workload and every system with its threads has a name of its own", () => {
  const systems = allSystems({ node: "", python: "" }, 2).map(({ name, threads }) => `${name} ${threads}`);
  for (const names of [realSuites.map(({ name }) => name), realWorkloads.map(({ name }) => name), systems]) {
    expect(new Set(names).size).toBe(names.length);
  }
});
