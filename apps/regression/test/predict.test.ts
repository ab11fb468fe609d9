import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "@rushlight/command-line/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { fileWith, houses, run } from "./runMain.ts";

const penguins = fileURLToPath(new URL("../data/penguins.csv", import.meta.url));
let folder = "";
let model = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "rushlight-"));
  await run(["--data", "penguins", "--epochs", "30"], { out: folder });
  model = join(folder, "model.json");
  return () => rmSync(folder, { recursive: true });
});

describe("predict", () => {
  it("writes all rows as they were, each with a prediction", async () => {
    const { code, terminal } = await run(["predict", penguins, "--model", model]);
    expect(code).toBe(0);
    const lines = readFileSync(penguins, "utf8").trimEnd().split("\n");
    expect(terminal.lines).toHaveLength(345);
    expect(terminal.lines[0]).toBe(`${lines[0]},Body Mass (g) predicted`);
    terminal.lines.slice(1).forEach((line, row) => {
      const [, before, prediction] = /^(.*),([\d.]+)$/.exec(line) ?? [];
      expect(before).toBe(lines[row + 1]);
      expect(Number(prediction)).toBeGreaterThan(2000);
      expect(Number(prediction)).toBeLessThan(7000);
    });
  });

  it("predicts what was predicted when the model was fitted", async () => {
    const { terminal } = await run(["predict", penguins, "--model", model]);
    const saved = readFileSync(join(folder, "held-out.csv"), "utf8").trimEnd().split("\n").slice(1);
    for (const [line, , predicted] of saved.map((row) => row.split(",").map(Number))) {
      expect(Number(terminal.lines[line - 1].split(",").at(-1))).toBe(Number(predicted.toPrecision(7)));
    }
  });

  it("takes rows without the target, in another order, with texts that it has not seen", async () => {
    const path = fileWith(
      "Sex,note,Island,Flipper Length (mm),Species,Beak Depth (mm),Beak Length (mm)\nFEMALE,a,Mars,NA,Emperor,17,40\n",
    );
    // NA is no mark of a missing value in the penguins.
    const { code, terminal } = await run(["predict", path, "--model", model]);
    expect(code).toBe(1);
    expect(terminal.stderr.text).toContain('line 2, column 4 (Flipper Length (mm)): expected a number, got "NA"');
    const other = await run(["predict", fileWith(readFileSync(path, "utf8").replace(",NA,", ",,")), "--model", model]);
    expect(other.code).toBe(0);
    expect(other.terminal.lines[1]).toMatch(/^FEMALE,a,Mars,,Emperor,17,40,\d{4}/);
  });

  it("writes a header alone for rows that are none", async () => {
    const [header] = readFileSync(penguins, "utf8").split("\n");
    const { code, terminal } = await run(["predict", fileWith(`${header}\n`), "--model", model]);
    expect(code).toBe(0);
    expect(terminal.lines).toEqual([`${header},Body Mass (g) predicted`]);
  });

  it("writes to a file, when all rows are predicted", async () => {
    const to = join(temporaryFolder(), "out.csv");
    const { code, terminal } = await run(["predict", penguins, "--model", model, "--to", to]);
    expect([code, terminal.stdout.text]).toEqual([0, ""]);
    expect(readFileSync(to, "utf8").split("\n")).toHaveLength(346);
    const bad = fileWith(`${readFileSync(penguins, "utf8")}x,y\n`);
    expect((await run(["predict", bad, "--model", model, "--to", to])).code).toBe(1);
    expect(readFileSync(to, "utf8").split("\n")).toHaveLength(346);
    expect(readdirSync(dirname(to))).toEqual(["out.csv"]);
  });

  it.each([
    [
      "columns that are not there",
      () => [fileWith("Species,Sex\nAdelie,MALE\n")],
      /expected the columns "Island", .*"Flipper Length \(mm\)" too, got "Species", "Sex"$/,
    ],
    ["a file that is not there", () => ["no.csv"], /^rushlight-regression: no\.csv: no such file$/],
    [
      "an output that can not be written",
      () => [penguins, "--to", join(temporaryFolder(), "no", "out.csv")],
      /out\.csv: can not be written/,
    ],
    [
      "a column of that name",
      () => [fileWith(readFileSync(penguins, "utf8").replace("Sex\n", "Body Mass (g) predicted\n"))],
      /expected no column "Body Mass \(g\) predicted"/,
    ],
  ])("refuses %s", async (_, args, message) => {
    const { code, terminal } = await run(["predict", ...args(), "--model", model]);
    expect(code).toBe(1);
    expect(terminal.stderr.text.trimEnd()).toMatch(message);
  });

  it("refuses a model that is none", async () => {
    const { code, terminal } = await run(["predict", penguins, "--model", penguins]);
    expect(code).toBe(1);
    expect(terminal.stderr.text).toMatch(
      /penguins\.csv: expected a model that fit has written, got something else: .*\n$/,
    );
  });

  it("keeps to the decimal commas that the model was fitted with", async () => {
    const commas = (text: string): string => text.replaceAll(",", ";").replaceAll(/(\d)\n/g, "$1,5\n");
    const { out } = await run([
      "--data",
      fileWith(commas(houses(30))),
      "--target",
      "price",
      "--decimal",
      ",",
      "--epochs",
      "3",
    ]);
    const { terminal } = await run(["predict", fileWith(commas(houses(2))), "--model", join(out, "model.json")]);
    expect(terminal.lines[1]).toMatch(/^1;north;id0;150,5;-?\d+,\d+$/);
  });
});

describe("evaluate", () => {
  it("prints the errors on the rows that have a target", async () => {
    const { code, terminal } = await run(["evaluate", penguins, "--model", model]);
    expect(code).toBe(0);
    expect(terminal.stdout.text).toContain("errors on 342 rows");
    expect(terminal.lines.at(-1)).toMatch(/^network +[\d.]+ +[\d.]+ to [\d.]+ +[\d.]+ +0\.\d+$/);
  });

  it("gives them in JSON", async () => {
    const { terminal } = await run(["evaluate", penguins, "--model", model, "--json"]);
    expect(terminal.json).toMatchObject({ target: "Body Mass (g)", rows: 342 });
  });

  it("refuses rows without any target", async () => {
    const none = readFileSync(penguins, "utf8").replaceAll(/,\d*,([^,]*)\n/g, ",,$1\n");
    const { code, terminal } = await run(["evaluate", fileWith(none), "--model", model]);
    expect(code).toBe(1);
    expect(terminal.stderr.text).toContain('expected rows with a number in "Body Mass (g)", got none');
  });
});
