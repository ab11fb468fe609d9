import { OptionError } from "@rushlight/command-line";
import { afterEach, describe, expect, it, vi } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { parseOptions } from "../src/options.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

/** What the program prints to its console meanwhile. */
function printedBy(action: () => void): string {
  const info = vi.spyOn(console, "info").mockImplementation(() => {});
  action();
  return info.mock.calls.flat().join("\n");
}

describe("parseOptions", () => {
  it("has a default for everything", () => {
    expect(parseOptions([])).toEqual({
      model: "perceptron",
      epochs: 5,
      batchSize: 64,
      rate: 0.2,
      rateDecay: 0.001,
      momentum: 0.5,
      hidden: [50],
      seed: 1,
      threads: undefined,
      workers: 0,
      data: undefined,
      out: "mnist-run",
      json: false,
    });
  });

  it("takes every option", () => {
    const line =
      "--model cnn --epochs 2 --batch-size 10 --rate 1e-2 --rate-decay 0 --momentum .9 --hidden 128,64 --seed 0 --threads 3 --workers 2 --data in --out out --json";
    expect(parseOptions(line.split(" "))).toEqual({
      model: "cnn",
      epochs: 2,
      batchSize: 10,
      rate: 0.01,
      rateDecay: 0,
      momentum: 0.9,
      hidden: [128, 64],
      seed: 0,
      threads: 3,
      workers: 2,
      data: "in",
      out: "out",
      json: true,
    });
  });

  it("has defaults of its own for each model", () => {
    expect(parseOptions(["--model", "cnn"])).toMatchObject({
      rate: 0.05,
      rateDecay: 0.001,
      momentum: 0.9,
      hidden: [128],
    });
    expect(parseOptions(["--model", "cnn", "--rate-decay", "0"])).toMatchObject({ rate: 0.05, rateDecay: 0 });
  });

  it("takes values after an equals sign", () => {
    expect(parseOptions(["--hidden=30", "--out=a=b"])).toMatchObject({ hidden: [30], out: "a=b" });
  });

  it("keeps names of folders that look like numbers", () => {
    expect(parseOptions(["--data", "007", "--out", "1e3"])).toMatchObject({ data: "007", out: "1e3" });
  });

  it.each([
    ["an unknown option", ["--epoch", "3"], "Unknown option `--epoch`"],
    ["an unknown short option", ["-x"], "Unknown option `-x`"],
    ["a path into an option", ["--out.x", "3"], "Unknown option `--out.x`"],
    ["a stray argument", ["train"], "Unused args: `train`"],
    ["a stray argument after two dashes", ["--", "train"], "Unused args: `train`"],
    ["an argument for a switch", ["--json", "yes"], "Unused args: `yes`"],
    ["an unknown model", ["--model", "rnn"], '--model: expected perceptron or cnn, got "rnn"'],
    ["a missing value", ["--epochs"], "option `--epochs <n>` value is missing"],
    ["a missing value before an option", ["--rate", "--json"], "option `--rate <number>` value is missing"],
    ["an option that is given twice", ["--seed", "1", "--seed", "2"], "option --seed is given more than once"],
    ["a switch that is given twice", ["--json", "--json"], "option --json is given more than once"],
    ["words for a number", ["--epochs", "many"], '--epochs: expected a whole number from 1 to 1000, got "many"'],
    ["nothing for a number", ["--epochs", ""], '--epochs: expected a whole number from 1 to 1000, got ""'],
    ["a fraction for a count", ["--epochs", "1.5"], '--epochs: expected a whole number from 1 to 1000, got "1.5"'],
    ["no epochs", ["--epochs", "0"], '--epochs: expected a whole number from 1 to 1000, got "0"'],
    [
      "hexadecimal digits",
      ["--seed", "0x10"],
      '--seed: expected a whole number from 0 to 9007199254740991, got "0x10"',
    ],
    ["a batch without images", ["--batch-size", "0"], '--batch-size: expected a whole number from 1 to 60000, got "0"'],
    ["a negative seed", ["--seed", "-1"], '--seed: expected a whole number from 0 to 9007199254740991, got "-1"'],
    ["a rate of zero", ["--rate", "0"], '--rate: expected a number above 0, got "0"'],
    ["a negative rate", ["--rate", "-.5"], '--rate: expected a number above 0, got "-.5"'],
    ["an infinite rate", ["--rate", "Infinity"], '--rate: expected a number above 0, got "Infinity"'],
    ["a rate beyond all numbers", ["--rate", "1e999"], '--rate: expected a number above 0, got "1e999"'],
    ["a negative decay", ["--rate-decay=-1"], '--rate-decay: expected a number of 0 or more, got "-1"'],
    ["a momentum of one", ["--momentum", "1"], '--momentum: expected a number from 0 to below 1, got "1"'],
    ["an empty size", ["--hidden", "50,"], '--hidden: expected a whole number from 1 to 10000, got ""'],
    ["a size of zero", ["--hidden", "50,0"], '--hidden: expected a whole number from 1 to 10000, got "0"'],
    ["an empty folder", ["--out", ""], "--out: expected the name of a folder, got nothing"],
  ])("refuses %s", (_, args, message) => {
    expect(() => parseOptions(args)).toThrow(new OptionError(message));
  });

  it("prints help with every option on lines of at most 80 columns", () => {
    const help = printedBy(() => expect(parseOptions(["--help"])).toBeUndefined());
    for (const name of [
      "model",
      "epochs",
      "batch-size",
      "rate",
      "rate-decay",
      "momentum",
      "hidden",
      "seed",
      "data",
      "out",
      "json",
    ]) {
      expect(help).toContain(`--${name} `);
    }
    expect(help.split("\n").filter((line) => line.trimEnd().length > 80)).toEqual([]);
  });

  it("prints the version of the package", () => {
    const version = printedBy(() => expect(parseOptions(["--version"])).toBeUndefined());
    expect(version).toContain(`rushlight-mnist/${manifest.version}`);
  });
});
