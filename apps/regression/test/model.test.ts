import { parseCsv, Standardization, TableEncoder } from "@rushlight/data/csv";
import { manualSeed } from "@rushlight/tensor";
import { describe, expect, it } from "vitest";
import { metricsOf } from "../src/evaluation/metrics.ts";
import { importances } from "../src/explanation/importance.ts";
import { partialDependence } from "../src/explanation/partialDependence.ts";
import { ModelError } from "../src/model/ModelError.ts";
import { formatModel, parseModel, readModel } from "../src/model/modelFile.ts";
import { RegressionModel } from "../src/model/RegressionModel.ts";
import { buildNetwork } from "../src/network/buildNetwork.ts";
import { fileWith, houses } from "./runMain.ts";

const table = await parseCsv(houses(200), { columns: ["rooms", "district", "price"] });
const rows = Int32Array.from({ length: 200 }, (_, row) => row);

/** A model that knows that the price is 100 rooms, and nothing of districts. */
function roomModel(): RegressionModel {
  manualSeed(1);
  const encoder = TableEncoder.fit(table, { columns: ["rooms", "district"] });
  const form = { inputs: encoder.width, hidden: [], activation: "tanh" as const };
  const network = buildNetwork(form);
  const [parameters] = network.getParameters();
  parameters.zero();
  parameters.narrow(0, 0, 1).fill(1);
  const rooms = Standardization.of(table.numbers("rooms"));
  const targetScale = new Standardization(100 * rooms.mean, 100 * rooms.deviation);
  const csv = { delimiter: ";" as const, missing: ["", "none"], decimal: "." as const };
  return new RegressionModel({ target: "price", encoder, targetScale, form, network, csv, seed: 7 });
}

describe("a model", () => {
  it("predicts in the unit of the target", () => {
    const predicted = roomModel().predict(table);
    predicted.forEach((value, row) => {
      expect(value).toBeCloseTo(100 * table.numbers("rooms")[row], 3);
    });
  });

  it("predicts many rows as it predicts few", async () => {
    const model = roomModel();
    const many = await parseCsv(`rooms,district\n${"2,north\n5,south\n".repeat(3000)}`);
    expect(new Set(model.predict(many)).size).toBe(2);
    expect([...model.predict(many, [5999, 0])]).toEqual([model.predict(many)[5999], model.predict(many)[0]]);
  });

  it("is the same from its file, to the last bit", () => {
    const model = roomModel();
    const restored = readModel(fileWith(formatModel(model), "model.json"));
    expect([...restored.predict(table)]).toEqual([...model.predict(table)]);
    expect(restored).toMatchObject({ target: "price", seed: 7, csv: model.csv, form: model.form });
    expect(formatModel(restored)).toBe(formatModel(model));
  });
});

describe("a number too far from all that the model has seen", () => {
  it("is an error with its line and column, in the inputs as in the target", async () => {
    const model = roomModel();
    const far = await parseCsv("rooms,district,price\n2,north,1\n1e300,south,-1e200\n", { name: "far.csv" });
    const what = "expected a number like those of the rows to train with, got one more than 1e12 deviations away";
    expect(() => model.predict(far)).toThrow(`far.csv: line 3 (rooms): ${what}`);
    expect(() => model.encode(far, [1])).toThrow(`far.csv: line 3 (rooms): ${what}`);
    expect(() => model.scaledTargets(far, Int32Array.of(0, 1))).toThrow(`far.csv: line 3 (price): ${what}`);
    expect(model.encode(far, [0]).size(0)).toBe(1);
  });
});

describe("a file that is no model", () => {
  const good = formatModel(roomModel());

  it.each([
    ["text", "rooms,price", /is not valid JSON/],
    ["half of a model", good.slice(0, good.length / 2), /JSON/],
    ["other JSON", "[1]", /expected the format, got undefined/],
    ["another version", good.replace('"version": 1', '"version": 2'), /expected the version, got 2/],
    ["no columns", good.replace('"inputs": [', '"outputs": ['), /TableEncoder\.restore: expected what toJSON gave/],
    [
      "another width",
      good.replace(/"inputs": \d/, '"inputs": 9'),
      /expected as many inputs of the network as columns, got 9/,
    ],
    ["layers without end", good.replace('"hidden": []', '"hidden": [1e9]'), /expected the sizes of the hidden layers/],
    [
      "too few parameters",
      good.replace('"hidden": []', '"hidden": [4]'),
      /expected 21 parameters of float32, got "4 of float32"/,
    ],
    [
      "a network larger than any memory",
      good.replace('"hidden": []', '"hidden": [100000, 100000]'),
      /expected 10000600001 parameters of float32, got "4 of float32"/,
    ],
    [
      "an encoding that there is not",
      good.replace('"delimiter"', '"encoding": "foo", "delimiter"'),
      /an encoding, got "foo"/,
    ],
    ["an input for its target", good.replace('"target": "price"', '"target": "rooms"'), /no input, got "rooms"/],
    ["a seed that is none", good.replace('"seed": 7', '"seed": -7'), /expected the seed, got -7/],
    ["damaged parameters", good.replace(/"data": "[^"]{4}/, '"data": "'), /restoreTensor: expected 16 bytes/],
    ["another activation", good.replace('"tanh"', '"sin"'), /expected an activation, got "sin"/],
  ])("has %s", (_, text, message) => {
    expect(() => parseModel(text)).toThrow(message);
    const path = fileWith(text, "model.json");
    expect(() => readModel(path)).toThrow(ModelError);
    expect(() => readModel(path)).toThrow(`${path}: expected a model that fit has written, got something else: `);
  });

  it("is not there, or is a folder", () => {
    expect(() => readModel("no/model.json")).toThrow("no/model.json: no such file; fit writes one");
    expect(() => readModel(".")).toThrow(ModelError);
  });
});

describe("what a model has learned", () => {
  it("needs the inputs without which it errs", () => {
    const model = roomModel();
    const truth = table.numbers("price");
    const [first, second] = importances(model, model.encoder.encode(table), truth, 1);
    expect([first.input, second.input]).toEqual(["rooms", "district"]);
    expect(second.increase).toBe(0);
    // Rooms of another row are wrong by the root of twice their variance.
    const { rmse } = metricsOf(truth, model.predict(table));
    const expected = Math.hypot(rmse, Math.SQRT2 * model.targetScale.deviation) - rmse;
    expect(Math.abs(first.increase - expected)).toBeLessThan(0.1 * expected);
    expect(importances(model, model.encoder.encode(table), truth, 1)[0]).toEqual(first);
  });

  it("is a curve by one of its inputs", () => {
    const points = partialDependence(roomModel(), table, "rooms", rows);
    expect(points).toHaveLength(50);
    expect([points[0].x, points[49].x]).toEqual([1, 6]);
    for (const { x, y } of points) expect(y).toBeCloseTo(100 * x, 3);
  });

  it("is no curve by an input of texts", () => {
    expect(() => partialDependence(roomModel(), table, "district", rows)).toThrow("district is no input of numbers");
  });
});
