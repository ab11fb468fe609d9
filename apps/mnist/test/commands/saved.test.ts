import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "@rushlight/command-line/testing";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { runMain, runTrain } from "../support/runMain.ts";
import { smallDigits } from "../support/smallDigits.ts";

/** A folder with a model of easy digits, and the digits. */
async function trained(args: readonly string[] = []): Promise<{ readonly data: string; readonly out: string }> {
  const data = smallDigits();
  const { out } = await runTrain(data, ["--model", "logistic", ...args]);
  return { data, out };
}

describe("evaluate", () => {
  it("comes to the figures that training came to", async () => {
    const data = smallDigits();
    const training = await runTrain(data, ["--hidden", "9", "--epochs", "1", "--json"]);
    const from = ["--from", join(training.out, "model.json")];
    const { terminal, code, out } = await runMain(["evaluate", "--data", data, ...from, "--json"]);
    expect(code).toBe(0);
    const { testAccuracy, testLoss, trainAccuracy } = training.terminal.json;
    expect(terminal.json).toMatchObject({ accuracy: testAccuracy, loss: testLoss, digits: 50 });
    expect(readdirSync(out)).toEqual(["evaluation.html"]);
    const train = await runMain(["evaluate", "--data", data, ...from, "--set", "train", "--json"]);
    expect(train.terminal.json).toMatchObject({ accuracy: trainAccuracy, digits: 200 });
  });

  it("prints the confusion matrix and where the report is, within 80 columns", async () => {
    const { data, out } = await trained();
    const { terminal } = await runMain(["evaluate", "--data", data, "--from", join(out, "model.json")], { out });
    expect(terminal.stdout.text).toMatch(/^accuracy +[\d.]+ %$/m);
    expect(terminal.stdout.text).toContain("What the digits were taken for");
    expect(terminal.lines.filter((line) => line.length > 80 && !line.startsWith("report"))).toEqual([]);
    expect(readFileSync(join(out, "evaluation.html"), "utf8")).toContain("<h2>Mistakes</h2>");
  });

  it.each([
    [
      "nowhere/model.json",
      undefined,
      /nowhere\/model\.json: expected a model that train saved, but there is none; train/,
    ],
    ["broken.json", "{", /broken\.json: expected a model that train saved, got something damaged/],
    [
      "other.json",
      '{"format":"another"}',
      /other\.json: expected a model that train saved, of this version, got something else/,
    ],
    [
      "short.json",
      '{"format":"rushlight-mnist-model","version":1,"network":{"model":"logistic","hidden":[],"activation":"relu"},"parameters":{"dtype":"float32","size":[1],"data":"AAAAAA=="}}',
      /short\.json: expected 7850 parameters of float32 for its network, got 1 of float32/,
    ],
  ])("says what is wrong with %s", async (name, contents, message) => {
    const path = join(temporaryFolder(), name);
    if (contents !== undefined) writeFileSync(path, contents);
    const { terminal, code } = await runMain(["evaluate", "--from", path]);
    expect([code, terminal.stdout.text]).toEqual([1, ""]);
    expect(terminal.stderr.text).toMatch(message);
  });
});

describe("show", () => {
  it("draws digits in files and as text", async () => {
    const { terminal, code, out } = await runMain(["show", "--data", smallDigits(), "--count", "10"]);
    expect([code, terminal.stderr.text]).toEqual([0, ""]);
    expect(readdirSync(out).sort()).toEqual(["digits.html", "digits.png", "digits.svg"]);
    const { format, width = 0 } = await sharp(join(out, "digits.png")).metadata();
    expect([format, width > 300]).toEqual(["png", true]);
    expect(terminal.lines.filter((line) => line.length > 80 && !line.startsWith("3 files"))).toEqual([]);
  });

  it("draws one digit alone, the same ones for the same seed", async () => {
    const args = ["show", "digits", "--data", smallDigits(), "--digit", "7", "--count", "5", "--json"];
    const [first, second, other] = await Promise.all(
      [1, 1, 2].map(async (seed) => (await runMain([...args, "--seed", String(seed)])).terminal.json),
    );
    expect(first.labels).toEqual([7, 7, 7, 7, 7]);
    expect(second.positions).toEqual(first.positions);
    expect(other.positions).not.toEqual(first.positions);
  });

  it("draws the mistakes of a network, the surest first, and its filters", async () => {
    const { data, out } = await trained(["--epochs", "1", "--rate", "0.001"]);
    const from = ["--data", data, "--from", join(out, "model.json"), "--json"];
    const { labels, predictions, mistakes } = (await runMain(["show", "mistakes", ...from], { out })).terminal.json;
    expect(mistakes).toBeGreaterThan(0);
    expect(labels).not.toEqual(predictions);
    const filters = await runMain(["show", "filters", ...from.slice(2)], { out });
    expect(filters.terminal.json).toMatchObject({ layer: "Linear(784 → 10)", size: [10, 28, 28] });
    expect(readdirSync(out)).toEqual(expect.arrayContaining(["filters.png", "mistakes.png"]));
  });

  it.each([
    [["digits", "--from", "x.json"], "--from: makes no difference to show digits"],
    [["mistakes", "--seed", "3"], "--seed: makes no difference to show mistakes"],
    [["filters", "--digit", "3"], "--digit: makes no difference to show filters"],
  ])("refuses %j rather than to ignore an option", async (args, message) => {
    const { terminal, code } = await runMain(["show", ...args]);
    expect([code, terminal.stderr.text]).toEqual([2, `rushlight-mnist: ${message}\n`]);
  });

  it("says when there is nothing to show", async () => {
    const { data, out } = await trained(["--epochs", "6"]);
    const { terminal, code } = await runMain(["show", "mistakes", "--data", data, "--from", join(out, "model.json")]);
    expect(code).toBe(1);
    expect(terminal.stderr.text).toMatch(/takes no digit of the set for another: nothing to show/);
  });
});

describe("predict", () => {
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" width="280" height="280"><rect width="280" height="280" fill="white"/><rect x="60" y="130" width="160" height="20"/></svg>';

  async function picture(name: string): Promise<string> {
    const path = join(temporaryFolder(), name);
    await sharp(Buffer.from(drawing)).toFile(path);
    return path;
  }

  it("shows what the network sees beside the probabilities, within 80 columns", async () => {
    const { out } = await trained();
    const path = await picture("bar.png");
    const { terminal, code } = await runMain(["predict", path, "--from", join(out, "model.json")], { out });
    expect([code, terminal.stderr.text]).toEqual([0, ""]);
    expect(terminal.stdout.text).toMatch(/bar\.png: \d, [\d.]+ %\n/);
    expect(terminal.lines.filter((line) => /^\D*\b\d .*[█▏▎▍▌▋▊▉\d]/u.test(line)).length).toBeGreaterThan(8);
    expect(terminal.lines.filter((line) => line.length > 80 && !/bar\.png|^report/.test(line))).toEqual([]);
    const page = readFileSync(join(out, "predictions.html"), "utf8");
    expect(page).toContain("What the network sees");
    expect(page).toContain("dark ink on light paper");
  });

  it("reads several pictures of several kinds, and gives probabilities that add up to 1", async () => {
    const { out } = await trained();
    const paths = await Promise.all(["a.png", "b.jpg", "c.webp"].map(picture));
    const from = ["--from", join(out, "model.json")];
    const { terminal } = await runMain(["predict", ...paths, ...from, "--json"]);
    const read = terminal.json.predictions as { path: string; digit: number; probabilities: number[] }[];
    expect(read.map(({ path }) => path)).toEqual(paths);
    for (const { digit, probabilities } of read) {
      expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);
      expect(probabilities[digit]).toBe(Math.max(...probabilities));
    }
    expect(read[1].digit).toBe(read[0].digit);
  });

  it("says what is wrong with a file", async () => {
    const { out } = await trained();
    const from = ["--from", join(out, "model.json")];
    const text = join(temporaryFolder(), "text.png");
    writeFileSync(text, "no picture");
    for (const [path, message] of [
      [text, /text\.png/],
      ["nowhere.png", /nowhere\.png/],
    ] as const) {
      const { terminal, code } = await runMain(["predict", path, ...from]);
      expect([code, terminal.stdout.text]).toEqual([1, ""]);
      expect(terminal.stderr.text).toMatch(message);
    }
    const nothing = await runMain(["predict", ...from]);
    expect([nothing.code, nothing.terminal.stderr.text]).toEqual([
      2,
      "rushlight-mnist: missing required argument 'image'\n",
    ]);
  });
});
