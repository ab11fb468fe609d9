import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SGD } from "@rushlight/optim";
import { expect, onTestFinished, test } from "vitest";
import { type Contents, main } from "../src/main.ts";
import { method } from "../src/methods/Method.ts";
import { methods } from "../src/methods/methods.ts";
import { digits } from "../src/problems/digits.ts";
import { quadratic } from "../src/problems/quadratic.ts";
import { rosenbrock } from "../src/problems/rosenbrock.ts";
import { smallDigits } from "./smallDigits.ts";

const problems: Contents["problems"] = {
  rosenbrock: () => ({ ...rosenbrock(), limit: 300 }),
  quadratic: () => ({ ...quadratic(), limit: 300 }),
  digits: () => ({ ...digits(smallDigits()), limit: 300 }),
};

function run(args: readonly string[], contents: Contents = { problems, methods }) {
  const out: string[] = [];
  const err: string[] = [];
  const code = main(args, contents, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "rushlight-convergence-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Gradient descent with a usual and a tuned step length. */
const descent = (usual: number, tuned: number) =>
  method({
    name: "descent",
    create: (x, config) => new SGD(x, config),
    usual: { learningRate: usual },
    tried: [{ learningRate: tuned }],
    tuned: { rosenbrock: { learningRate: tuned } },
  });

test("all methods do something sensible with the problems, in tables of at most 80 columns", () => {
  const { code, out, err } = run([]);
  expect([code, err]).toEqual([0, ""]);
  for (const { name } of methods)
    expect(out.split("\n").filter((line) => line.startsWith(`${name}  `))).toHaveLength(3);
  expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
});

test("a run again gives the same", () => {
  expect(run(["quadratic"]).out).toBe(run(["quadratic"]).out);
});

test("named problems are measured alone, in their order", () => {
  const titles = ["Rosenbrock's function", "An ill-conditioned quadratic", "Logistic regression on digits"];
  const { out } = run(["digits", "rosenbrock"]);
  expect(out.split("\n").filter((line) => titles.includes(line))).toEqual([titles[0], titles[2]]);
});

test("a method that diverges with its default settings makes the command fail, with tuned ones not", () => {
  const diverging = run(["rosenbrock"], { problems, methods: [descent(1, 0.001)] });
  expect(diverging.code).toBe(1);
  expect(diverging.err).toBe("rosenbrock: descent diverged with its default settings");
  expect(run(["rosenbrock"], { problems, methods: [descent(0.001, 1)] })).toMatchObject({ code: 0, err: "" });
});

test("--page writes the page", () => {
  const file = join(temporaryFolder(), "page.md");
  const { code } = run(["--page", file], { problems, methods: [descent(0.001, 0.002)] });
  expect(code).toBe(0);
  const written = readFileSync(file, "utf8");
  expect(written).toContain("## Rosenbrock's function");
  expect(written).toContain("| descent | > 300 (");
});

test("--tune prints the best settings, and those so far where they are others", () => {
  const better = { ...descent(0.001, 0.001), tried: descent(0.001, 0.002).tried };
  const { out } = run(["--tune", "rosenbrock"], { problems, methods: [better] });
  expect(out).toMatch(/^descent: > 300 \(.*\) with learningRate: 0\.002; so far learningRate: 0\.001$/m);
  expect(run(["--tune", "quadratic"], { problems, methods: [better] }).out).not.toContain("descent");
});

test("--help prints how to call it", () => {
  expect(run(["--help"])).toMatchObject({ code: 0, err: "" });
  expect(run(["--help"]).out).toContain("Usage: npm run convergence");
});

test.each([
  [["--fast"], "--fast"],
  [["parabola"], "expected rosenbrock, quadratic, digits as a problem, got parabola"],
  [["--page"], "--page"],
  [["--page", "page.md", "--tune"], "expected --page alone"],
  [["--page", "page.md", "digits"], "expected --page alone"],
  [["--page", join("no-such-folder", "page.md")], "expected a file in a folder that exists"],
])("the arguments %j are refused in one line, before anything is measured", (args, message) => {
  const { code, out, err } = run(args);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain("convergence: ");
  expect(err).toContain(message);
  expect(err.split("\n")).toHaveLength(1);
  expect(existsSync("page.md")).toBe(false);
});
