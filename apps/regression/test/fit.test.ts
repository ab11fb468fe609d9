import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readCsv } from "@rushlight/data/node";
import { describe, expect, it } from "vitest";
import { fileWith, houses, type Run, run } from "./runMain.ts";

const penguins = fileURLToPath(new URL("../data/penguins.csv", import.meta.url));

describe("the curve", () => {
  it.each([1, 2, 3])("is fitted to a loss below 0.3 with seed %i", async (seed) => {
    const { code, terminal } = await run(["--json", "--seed", String(seed)]);
    expect(code).toBe(0);
    expect(terminal.lines).toHaveLength(1);
    const { firstLoss, trainingLoss, epochs, rows } = terminal.json;
    expect(firstLoss).toBeGreaterThan(3);
    expect(firstLoss).toBeLessThan(5);
    expect(trainingLoss).toBeLessThan(0.3);
    expect([epochs, rows]).toEqual([6000, { training: 200, validation: 0, heldOut: 50 }]);
  });

  it("is the same to the last bit for the same seed, and another for another", async () => {
    const files = async (seed: string): Promise<readonly string[]> => {
      const { read } = await run(["--epochs", "50", "--seed", seed]);
      return [read("model.json"), read("held-out.csv"), read("report.html")];
    };
    const first = await files("4");
    expect(await files("4")).toEqual(first);
    expect((await files("5"))[0]).not.toBe(first[0]);
  });

  it("is learned with other layers, in batches", async () => {
    const args = ["--json", "--epochs", "20", "--hidden", "8", "--activation", "relu", "--batch-size", "64"];
    const { code, read } = await run([...args, "--momentum", "0.5", "--weight-decay", "1e-4"]);
    expect(code).toBe(0);
    expect(JSON.parse(read("model.json"))).toMatchObject({ network: { hidden: [8], activation: "relu" } });
  });
});

describe("a table", () => {
  it("of penguins is learned about as well as by linear least squares, and far better than by the mean", async () => {
    const { code, terminal, out } = await run(["--data", "penguins"]);
    expect(code).toBe(0);
    expect(terminal.stderr.text).toBe("");
    expect(terminal.lines.every((line) => line.length <= 80)).toBe(true);
    expect(terminal.stdout.text).toContain("2 rows without a target left out");
    const rmse = (name: string): number => {
      const line = terminal.lines.findLast((candidate) => candidate.startsWith(`${name}  `)) ?? "";
      return Number(line.slice(name.length).trim().split(" ")[0]);
    };
    expect(rmse("network")).toBeLessThan(1.1 * rmse("linear least squares"));
    expect(rmse("network")).toBeLessThan(rmse("mean") / 2);
    expect(readdirSync(out)).toEqual(expect.arrayContaining(["held-out.csv", "model.json", "report.html"]));
  });

  it("is the same to the last bit for the same seed", async () => {
    const files = async (seed: string): Promise<readonly string[]> => {
      const { read } = await run(["--data", "penguins", "--epochs", "5", "--seed", seed]);
      return [read("model.json"), read("held-out.csv")];
    };
    expect(await files("4")).toEqual(await files("4"));
    expect(await files("5")).not.toEqual(await files("4"));
  });

  it("gives its columns, the rows that it was divided into, and its errors in JSON", async () => {
    const path = fileWith(houses(100));
    const { terminal } = await run([
      "--data",
      path,
      "--target",
      "price",
      "--json",
      "--held-out",
      "0.25",
      "--validation",
      "0.1",
    ]);
    const { inputs, excluded, rows, errors, importances, curve } = terminal.json;
    expect(inputs).toEqual([
      { name: "rooms", type: "number" },
      { name: "district", type: "text" },
    ]);
    expect(excluded).toEqual([{ name: "id", reason: "looks like a name for each row: 67 different texts in 67 rows" }]);
    expect(rows).toEqual({ training: 67, validation: 8, heldOut: 25 });
    for (const name of ["mean", "linear", "network"]) {
      for (const metric of ["rmse", "mae", "r2"]) {
        for (const part of ["value", "low", "high"]) expect(errors).toHaveProperty([name, metric, part]);
      }
    }
    expect(importances).toMatchObject([{ input: "rooms" }, { input: "district" }]);
    expect(curve).toMatchObject({ input: "rooms" });
  });

  it("is read as the user says", async () => {
    const path = fileWith(houses(60).replaceAll(",", ";").replace("\n1;north", "\n-9;north"));
    const args = ["--data", path, "--target", "price", "--missing", "-9,none", "--text", "rooms", "--ignore", "id"];
    const { terminal } = await run([...args, "--epochs", "2", "--json"]);
    expect(terminal.json).toMatchObject({
      inputs: [
        { name: "rooms", type: "text" },
        { name: "district", type: "text" },
      ],
      excluded: [],
      curve: null,
    });
  });

  it("is read without what is ignored, whatever is in it", async () => {
    const path = fileWith(houses(60).replace("\n2,south", "\ntwo,south"));
    const args = ["--data", path, "--target", "price", "--epochs", "1"];
    const { code, terminal } = await run([...args, "--ignore", "rooms", "--json"]);
    expect([code, terminal.json.inputs]).toEqual([0, [{ name: "district", type: "text" }]]);
    const { code: failed, terminal: told } = await run([...args, "--ignore", "room"]);
    expect([failed, told.stderr.text]).toEqual([1, expect.stringContaining('expected a column "room", got')]);
  });

  it("has names that are numbers when the user says so, and so have the rows to predict", async () => {
    const path = fileWith(houses(60).replace("rooms,district,id,price", "2019,district,id,2020"));
    const args = ["--data", path, "--target", "2020", "--header", "yes", "--epochs", "1", "--json"];
    const { terminal, out } = await run(args);
    expect(terminal.json).toMatchObject({ inputs: [{ name: "2019" }, { name: "district" }] });
    const rows = fileWith("district,2019\nnorth,3\n");
    const { terminal: predicted } = await run(["predict", rows, "--model", `${out}/model.json`]);
    expect(predicted.stdout.text).toMatch(/^district,2019,2020 predicted\nnorth,3,[\d.]+\n$/);
  });

  it("with more rows than it takes gives a random sample", async () => {
    const { terminal } = await run(["--data", penguins, "--target", "Body Mass (g)", "--rows", "100", "--epochs", "2"]);
    expect(terminal.stdout.text).toContain("a random sample of 100 of 344 rows; --rows takes more");
  });

  it("without rows to stop by is learned to the last epoch", async () => {
    const path = fileWith(houses(40));
    const { terminal } = await run([
      "--data",
      path,
      "--target",
      "price",
      "--validation",
      "0",
      "--epochs",
      "7",
      "--json",
    ]);
    expect(terminal.json).toMatchObject({ epochs: 7, bestEpoch: 7, ending: "all epochs", validationLoss: null });
  });

  it("with inputs that are the same everywhere is predicted by the mean", async () => {
    const rows = Array.from({ length: 40 }, (_, row) => `5,${row % 4}\n`);
    const { terminal } = await run(["--data", fileWith(`a,y\n${rows.join("")}`), "--target", "y", "--json"]);
    const { mean, linear } = terminal.json.errors as Readonly<Record<string, unknown>>;
    expect(linear).toEqual(mean);
  });
});

it("a model knows nothing of the rows that are held out", async () => {
  const rows = houses(60).trimEnd().split("\n");
  const fitted = (lines: readonly string[]): Promise<Run> =>
    run(["--data", fileWith(lines.join("\n")), "--target", "price", "--epochs", "3"]);
  const before = await fitted(rows);
  const heldOut = await readCsv(`${before.out}/held-out.csv`);
  const others = rows.slice();
  for (const line of heldOut.numbers("line")) others[line - 1] = line % 2 === 0 ? ",east,,-4000" : "99,,id,9e6";
  const after = await fitted(others);
  expect(after.read("held-out.csv")).not.toBe(before.read("held-out.csv"));
  expect(after.read("model.json")).toBe(before.read("model.json"));
});

it("the rows that were held out are saved with their lines", async () => {
  const { out } = await run(["--data", penguins, "--target", "Body Mass (g)", "--epochs", "2"]);
  const saved = await readCsv(`${out}/held-out.csv`);
  const whole = await readCsv(penguins);
  const truth = whole.numbers("Body Mass (g)");
  expect(saved.names).toEqual(["line", "Body Mass (g)", "predicted"]);
  expect(saved.length).toBe(68);
  expect([...saved.numbers("Body Mass (g)")]).toEqual([...saved.numbers("line")].map((line) => truth[line - 2]));
});
