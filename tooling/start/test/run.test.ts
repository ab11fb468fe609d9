import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../src/run.js";

let folder: string;

function program(code: string): string {
  const path = join(folder, "program.mjs");
  writeFileSync(path, code);
  return path;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "run-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("a program that is run", () => {
  test("hands on its exit code", async () => {
    expect(await run(program("process.exit(3);"), [])).toBe(3);
  });

  test("is given its arguments and its folder", async () => {
    const code = 'process.exit(process.argv[2] === "a b" && process.cwd() === process.env.EXPECTED ? 0 : 1);';
    const env = { ...process.env, EXPECTED: folder };
    expect(await run(program(code), ["a b"], { cwd: folder, env })).toBe(0);
  });

  test("ends with 128 and the number of the signal that ended it", async () => {
    expect(await run(program('process.kill(process.pid, "SIGKILL"); setInterval(() => {}, 1000);'), [])).toBe(137);
  });

  test("gets the SIGTERM that this process gets", async () => {
    // The program ends this way only when the signal comes through: it asks its parent for one, then waits.
    const code =
      'process.on("SIGTERM", () => process.exit(9)); process.kill(process.ppid, "SIGTERM"); setInterval(() => {}, 1000);';
    expect(await run(program(code), [])).toBe(9);
  });
});
