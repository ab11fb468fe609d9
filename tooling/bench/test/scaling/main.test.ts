import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { main } from "../../src/scaling/main.ts";
import { THREADS } from "../../src/scaling/measure/study.ts";
import { parseOptions } from "../../src/scaling/options.ts";
import { errorTable, replicaTable, speedUpTable, strongTable, weakTable } from "../../src/scaling/report/tables.ts";
import { fakeWorkload } from "../fakeSystem.ts";
import { costs, workload } from "./fakes.ts";

const folder = mkdtempSync(join(tmpdir(), "scaling-"));
afterAll(() => rmSync(folder, { recursive: true }));

const emptyTask = fileURLToPath(new URL("../../src/scaling/emptyTask.ts", import.meta.url));
const pace = { time: 1, fewest: 1, most: 2 };

async function call(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const surroundings = { out: (line: string) => out.push(line), err: (line: string) => err.push(line), folder };
  const code = await main(args, [fakeWorkload("D"), fakeWorkload("E")], emptyTask, surroundings, pace);
  return { code, out: out.join("\n"), err: err.join("\n") };
}

const measured = workload(
  "D",
  [10, 8],
  new Map(
    [1, ...THREADS].map((threads) => [
      threads,
      [{ kernel: "gemm_f32", parts: threads, longest: 8 / threads, bytes: 0 }],
    ]),
  ),
);

test("the model stands beside what was measured", () => {
  // Two threads: 2 outside, 4 the longest part, 2.25 for dividing.
  expect(errorTable([measured], costs).split("\n").at(-1)).toBe(
    "| D | 1 | 1 | 20 % | 80 % | 10.0 | +0.0 % | 8.00 | +3.1 % | 1.25 |",
  );
});

test("speed-ups are those of the model over one thread", () => {
  const [heads, , row] = speedUpTable([measured], costs).split("\n");
  expect(heads).toBe("| Threads | 2 | 4 | 8 | 16 | 32 | 63 |");
  expect(row.split(" | ").slice(0, 3)).toEqual(["| D", "1.21", "1.38"]);
});

test("replicas are told by how much faster a step is, and by what their time is worth", () => {
  // 72 over 32 + 2 + 0.5 + 3 + 1 + 8, and over 64 and as much.
  expect(strongTable([measured], 0)).toContain("| D | 1.55 |");
  expect(weakTable([measured], 0)).toContain("| D | 92 % |");
});

test("the model of replicas stands beside what was measured with two workers", () => {
  // 46.5 by the model, 50 as measured, 72 in one thread.
  expect(replicaTable([measured], 0).split("\n").at(-1)).toMatch(/ \| 50\.0 \| −7\.0 % \| 1\.44 \|$/);
});

test("workloads are studied, and a page is made of them", async () => {
  const { code, out } = await call("--page", "scaling.md");
  expect(code).toBe(0);
  for (const name of ["D", "E"]) expect(out.split(`\n| ${name} |`)).toHaveLength(6);
  const page = readFileSync(join(folder, "scaling.md"), "utf8");
  expect(page).toMatch(/^# Scaling\n[\s\S]*<!-- modelled[^\n]*-->\n\n## The machine and the run\n/);
  expect(page).toContain("Made by `npm run scaling -- --page scaling.md`.");
  expect(page).toMatch(/Two threads are [\d.]+ times as fast as one/);
  expect(page).toContain(out);
}, 60_000);

test("workloads are chosen by name, and all are studied without", () => {
  expect(parseOptions(["E"], ["D", "E"]).workloads).toEqual(["E"]);
  expect(parseOptions([], ["D", "E"]).workloads).toEqual(["D", "E"]);
});

test("help tells the workloads", async () => {
  const { code, out } = await call("--help");
  expect(code).toBe(0);
  expect(out).toMatch(/Workloads: D, E$/);
});

test("what does not exist or does not go together is refused before anything is measured", async () => {
  const refused = async (...args: readonly string[]): Promise<string> => {
    const { code, out, err } = await call(...args);
    expect([code, out]).toEqual([2, ""]);
    return err;
  };
  expect(await refused("F")).toBe("scaling: expected workloads named D, E, got F");
  expect(await refused("--pag", "x")).toContain("--pag");
  expect(await refused("D", "--page", "x")).toContain("expected --page without workloads");
  expect(await refused("--page", "no/such/file")).toContain("a folder that exists, got no/such/file");
  writeFileSync(join(folder, "own.md"), "# Mine\n");
  expect(await refused("--page", "own.md")).toContain("own.md: expected the markers");
  expect(readFileSync(join(folder, "own.md"), "utf8")).toBe("# Mine\n");
});
