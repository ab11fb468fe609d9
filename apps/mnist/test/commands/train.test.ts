import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "@rushlight/command-line/testing";
import { backend, plainBackend, useBackend } from "@rushlight/tensor";
import { describe, expect, it } from "vitest";
import { describeBackend } from "../../src/commands/describeBackend.ts";
import { decodeNpy } from "../../src/model/npy.ts";
import { loadModel } from "../../src/model/SavedModel.ts";
import { type Finished, runMain, runTrain } from "../support/runMain.ts";
import { smallDigits } from "../support/smallDigits.ts";

const results = ["checkpoint.json", "loss.svg", "model.json", "parameters.npy", "report.html"];

function parametersOf({ out }: Finished): Buffer {
  return readFileSync(join(out, "parameters.npy"));
}

/** JSON with another value at some place inside it. */
function changed(json: string, path: readonly string[], value: unknown): string {
  const whole: unknown = JSON.parse(json);
  let part: unknown = whole;
  for (const name of path.slice(0, -1)) part = part instanceof Object ? Reflect.get(part, name) : undefined;
  if (!(part instanceof Object)) throw new Error(`expected something at ${path.join(".")}`);
  Reflect.set(part, path[path.length - 1], value);
  return JSON.stringify(whole);
}

describe("train", () => {
  it("says what it does, a line for each epoch, how good it is and where the results are", async () => {
    const { terminal, code, out } = await runTrain(smallDigits());
    expect([code, terminal.stderr.text]).toEqual([0, ""]);
    const { text } = terminal.stdout;
    expect(text).toContain("digits    184 to train with and 16 to judge by, 50 to test with");
    expect(text).toContain("network   101,770 parameters");
    expect(text).toContain("nn.Linear(784 -> 128)");
    expect(text).toContain("epochs 2, batch size 16, sgd, rate 0.03, momentum 0.9, cosine schedule");
    expect(text).toContain("seed      1");
    expect(text).toContain(`backend   ${describeBackend()}, 1 thread\n`);
    expect(text).toMatch(/^epoch 1\/2: training loss \d\.\d{4}, validation loss \d\.\d{4}, [\d.]+ %$/m);
    expect(text).toMatch(/^test accuracy +100\.00 %$/m);
    expect(text).toContain(join(out, "report.html"));
    expect(readdirSync(out).sort()).toEqual(results);
  });

  it("is what the program does without a command", async () => {
    const { terminal } = await runMain(["--data", smallDigits(), "--epochs", "1", "--threads", "1"]);
    expect(terminal.stdout.text).toMatch(/^test accuracy/m);
  });

  it("prints one line of JSON and nothing else when asked to", async () => {
    const { terminal } = await runTrain(smallDigits(), ["--json", "--seed", "7"]);
    expect(terminal.lines).toHaveLength(1);
    expect(terminal.json).toMatchObject({
      ...{ testAccuracy: 100, epochs: 2, parameters: 101_770, backend: describeBackend(), threads: 1, workers: 0 },
      ...{ interrupted: false, stoppedEarly: false, settings: { seed: 7, validation: 16, optimizer: "sgd" } },
    });
    expect(terminal.json.validation).toHaveLength(2);
  });

  it.each([
    [["--model", "logistic"], 7850, "nn.Linear(784 -> 10)"],
    [["--hidden", "12,11"], 784 * 12 + 12 + 12 * 11 + 11 + 11 * 10 + 10, "nn.Linear(12 -> 11)"],
    [["--activation", "tanh"], 101_770, "nn.Tanh"],
    [["--model", "cnn", "--hidden", "20"], 416 + 12_832 + 10_260 + 210, "nn.SpatialConvolution(16 -> 32, 5x5)"],
  ])("builds the network of %j", async (args, parameters, layer) => {
    const data = smallDigits();
    const { terminal, out } = await runTrain(data, args);
    expect(terminal.stdout.text).toContain(layer);
    expect(decodeNpy(readFileSync(join(out, "parameters.npy"))).size()).toEqual([parameters]);
    expect(loadModel(join(out, "model.json")).network.getParameters()[0].nElement()).toBe(parameters);
  });

  it("learns with cmaes, where the network is small enough", async () => {
    const small = ["--optimizer", "cmaes", "--hidden", "1", "--epochs", "1", "--batch-size", "200", "--json"];
    const { terminal } = await runTrain(smallDigits(), small);
    expect(terminal.json.trainLoss).toBeLessThan(2.5);
    const large = await runTrain(smallDigits(), ["--optimizer", "cmaes"]);
    expect(large.code).toBe(2);
    expect(large.terminal.stderr.text).toMatch(
      /--optimizer cmaes: expected a network of at most 1000 parameters.*101770/,
    );
  });

  it("gives the same bits for the same seed, and others for another", async () => {
    const data = smallDigits();
    const first = await runTrain(data, ["--seed", "3", "--augment"]);
    const second = await runTrain(data, ["--seed", "3", "--augment"]);
    const other = await runTrain(data, ["--seed", "4", "--augment"]);
    expect(parametersOf(second).equals(parametersOf(first))).toBe(true);
    expect(parametersOf(other).equals(parametersOf(first))).toBe(false);
  });

  it("gives the same bits with several threads, and leaves none behind", async () => {
    const before = backend();
    const description = describeBackend();
    const [data, args] = [smallDigits(), ["--model", "cnn", "--epochs", "1"]];
    const one = await runTrain(data, args);
    const three = await runTrain(data, [...args, "--threads", "3"]);
    expect(three.terminal.stdout.text).toContain(`backend   ${description}, 3 threads\n`);
    expect(parametersOf(three).equals(parametersOf(one))).toBe(true);
    expect(backend()).toBe(before);
  });

  it("gives the same bits with any number of workers", async () => {
    const data = smallDigits();
    const one = await runTrain(data, ["--epochs", "1", "--workers", "1"]);
    const two = await runTrain(data, ["--epochs", "1", "--workers", "2"]);
    expect(two.terminal.stdout.text).toContain("1 thread, 2 workers\n");
    expect(parametersOf(two).equals(parametersOf(one))).toBe(true);
  });

  it("computes on the backend that is asked for, and goes back to the one before", async () => {
    const before = backend();
    const { terminal } = await runTrain(smallDigits(), ["--backend", "plain", "--epochs", "1"]);
    expect(terminal.stdout.text).toContain("backend   plain, 1 thread\n");
    expect(backend()).toBe(before);
  });

  it("stops early, and says so", async () => {
    const { terminal } = await runTrain(smallDigits(), [
      ...["--rate", "1e-30", "--schedule", "constant", "--patience", "1", "--epochs", "9"],
    ]);
    expect(terminal.stdout.text).toContain("stopped early: the validation loss has not fallen for 1 epoch\n");
    expect(terminal.stdout.text).not.toContain("epoch 3/9");
  });
});

describe("a training that is interrupted", () => {
  it("saves what it learned, ends with 130, and can be resumed to the figures of an unbroken one", async () => {
    const data = smallDigits();
    const args = ["--epochs", "60", "--model", "logistic", "--optimizer", "adam"];
    const unbroken = await runTrain(data, args);
    const controller = new AbortController();
    const out = temporaryFolder();
    const first = runTrain(data, args, { out, signal: controller.signal });
    setTimeout(() => controller.abort(), 40);
    const interrupted = await first;
    expect(interrupted.code).toBe(130);
    expect(interrupted.terminal.stdout.text).toMatch(/^interrupted after [\d,]+ images; --resume goes on from there$/m);
    expect(readdirSync(out).sort()).toEqual(results);
    const resumed = await runTrain(data, ["--resume"], { out });
    expect([resumed.code, resumed.terminal.stderr.text]).toEqual([0, ""]);
    expect(resumed.terminal.stdout.text).toMatch(/^resumed after \d+ epochs?( and \d+ batch(es)?)?$/m);
    expect(parametersOf(resumed).equals(parametersOf(unbroken))).toBe(true);
  });

  it("saves nothing when nothing was learned yet", async () => {
    const out = temporaryFolder();
    writeFileSync(join(out, "loss.svg"), "earlier curve");
    const { terminal, code } = await runTrain(smallDigits(), [], { out, signal: AbortSignal.abort() });
    expect(code).toBe(130);
    expect(terminal.lines.at(-1)).toBe("interrupted before the first batch: nothing was learned, nothing is saved");
    expect(readdirSync(out)).toEqual(["loss.svg"]);
  });

  it("goes on for more epochs when that is asked for", async () => {
    const data = smallDigits();
    const { out } = await runTrain(data, ["--schedule", "constant"]);
    const more = await runTrain(data, ["--resume", "--epochs", "4"], { out });
    const whole = await runTrain(data, ["--schedule", "constant", "--epochs", "4"]);
    expect(more.terminal.stdout.text).toContain("resumed after 2 epochs\n");
    expect(parametersOf(more).equals(parametersOf(whole))).toBe(true);
  });

  it("says that a schedule spans other epochs then, and refuses fewer epochs than it has had", async () => {
    const data = smallDigits();
    const { out } = await runTrain(data);
    const more = await runTrain(data, ["--resume", "--epochs", "3"], { out });
    expect(more.terminal.stdout.text).toContain("the cosine schedule spans 3 epochs now, not 2\n");
    const fewer = await runTrain(data, ["--resume", "--epochs", "2"], { out });
    expect([fewer.code, fewer.terminal.stdout.text]).toEqual([2, ""]);
    expect(fewer.terminal.stderr.text).toMatch(
      /--epochs 2: expected at least the 3 that the training has gone through/,
    );
  });

  it("refuses a checkpoint whose parts do not fit together, with one line", async () => {
    const data = smallDigits();
    const { out } = await runTrain(data, ["--epochs", "1", "--model", "logistic", "--optimizer", "adam"]);
    const path = join(out, "checkpoint.json");
    const whole = readFileSync(path, "utf8");
    const parameters = { dtype: "float32", size: [1], data: "AAAAAA==" };
    const damages: readonly (readonly [part: readonly string[], value: unknown])[] = [
      [["version"], 99],
      [["settings"], {}],
      [["settings", "optimizer"], "constructor"],
      [["settings", "network", "model"], "cnn"],
      [["settings", "schedule"], "plateau"],
      [["settings", "epochs"], 1e99],
      [["trainer", "progress", "batches"], 12],
      [["trainer", "progress", "lossSum"], null],
      [["trainer", "parameters"], parameters],
      [["trainer", "parameters", "data"], "?"],
      [["trainer", "optimizer", "optimizer"], "sgd"],
      [["trainer", "optimizer", "parts"], []],
      [["trainer", "best", "parameters"], parameters],
      [["trainer", "history", "training"], [{}]],
      [
        ["trainer", "generator", "words"],
        [1, 2, 3],
      ],
      [["trainer", "epochStart", "used"], 1e6],
    ];
    for (const [part, value] of damages) {
      const damaged = changed(whole, part, value);
      writeFileSync(path, damaged);
      const { code, terminal } = await runMain(["train", "--resume", "--data", data, "--threads", "1"], { out });
      expect([part, code, terminal.stdout.text]).toEqual([part, 1, ""]);
      expect(terminal.stderr.text).toMatch(
        /^rushlight-mnist: .*checkpoint\.json: expected the checkpoint of a training, (of this version, )?got something[^\n]*\n$/,
      );
      expect(readFileSync(path, "utf8")).toBe(damaged);
    }
  });

  it("refuses to resume with something else, with other digits, or from nothing", async () => {
    const data = smallDigits();
    const { out } = await runTrain(data);
    const kept = readFileSync(join(out, "checkpoint.json"));
    const expectRefusal = async (args: readonly string[], code: number, message: RegExp): Promise<void> => {
      const refused = await runMain(["train", "--resume", ...args], { out });
      expect([refused.code, refused.terminal.stdout.text]).toEqual([code, ""]);
      expect(refused.terminal.stderr.text).toMatch(message);
      expect(readFileSync(join(out, "checkpoint.json")).equals(kept)).toBe(true);
    };
    await expectRefusal(["--data", data, "--rate", "1"], 2, /--rate does not go with --resume/);
    await expectRefusal(["--data", data, "--workers", "2"], 2, /--workers: the training began without workers/);
    await expectRefusal(["--data", smallDigits({ train: 100 })], 1, /expected the digits that the training began with/);
    truncateSync(join(out, "checkpoint.json"), 500);
    const torn = await runMain(["train", "--resume", "--data", data], { out });
    expect(torn.terminal.stderr.text).toMatch(/checkpoint\.json: expected the checkpoint of a training, got something/);
    const nothing = await runTrain(data, ["--resume"]);
    expect(nothing.terminal.stderr.text).toMatch(
      /expected the checkpoint of a training, but there is none; without --resume/,
    );
  });
});

describe("what is printed", () => {
  it("has no control codes where there is no terminal", async () => {
    const { terminal } = await runTrain(smallDigits());
    expect(terminal.stdout.text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
    expect(terminal.stderr.text).toBe("");
  });

  it("has a progress bar with the loss and the speed on a terminal, within 80 columns", async () => {
    const { terminal } = await runTrain(smallDigits(), [], { isTTY: true });
    expect(terminal.stderr.text).toMatch(/epoch 2\/2 .*% \| loss \d.\d{4} \| [\d,]+ images\/s/);
    // What is drawn between two control codes is one line.
    expect(terminal.stderr.text.split("\u001b").filter((part) => part.length > 80)).toEqual([]);
  });

  it("has colours on a terminal that has them", async () => {
    const { terminal } = await runTrain(smallDigits(), [], { isTTY: true, colours: true });
    expect(terminal.stdout.text).toContain("\u001b[");
  });

  it("fits 80 columns, however deep the network is", async () => {
    const { terminal } = await runTrain(smallDigits(), ["--hidden", "9,9,9,9,9,9,9,9,9,9", "--augment"]);
    const long = terminal.lines.filter((line) => line.length > 80 && !/^(from|report|model)/.test(line));
    expect(long).toEqual([]);
  });
});

describe("a command line that makes no sense", () => {
  it.each([
    [["--model", "logistic", "--hidden", "5"], /--hidden: a logistic model has no hidden layers/],
    [["--model", "logistic", "--activation", "tanh"], /--activation: a logistic model has no hidden layers/],
    [["--optimizer", "adam", "--momentum", "0.5"], /--momentum: adam takes only --rate, --weight-decay/],
    [["--optimizer", "cg", "--rate", "0.5"], /--rate: cg takes no settings/],
    [["--optimizer", "lbfgs", "--schedule", "cosine"], /--schedule: lbfgs takes only --rate/],
    [["--validation", "0", "--patience", "3"], /--patience: expected digits to judge by, got --validation 0/],
    [["--validation", "0", "--schedule", "plateau"], /--schedule plateau: expected digits to judge by/],
    [["--optimizer", "lbfgs", "--workers", "2"], /--workers: lbfgs evaluates a batch several times/],
    [["--optimizer", "nag", "--momentum", "0"], /--momentum: expected more than 0 for nag/],
    [["--model", "transformer"], /argument 'transformer' is invalid. Allowed choices are logistic, mlp, cnn/],
    [["--epochs", "0"], /'--epochs <n>' argument '0' is invalid/],
    [["--seed", "1.5"], /'--seed <n>' argument '1.5' is invalid/],
  ])("ends %j with one line and the code 2, before anything is read", async (args, message) => {
    const { terminal, code, out } = await runMain(["train", "--data", "nowhere", ...args]);
    expect([code, terminal.stdout.text]).toEqual([2, ""]);
    expect(terminal.stderr.text).toMatch(message);
    expect(terminal.stderr.text).toMatch(/^rushlight-mnist: [^\n]+\n$/);
    expect(() => readdirSync(out)).toThrow(/ENOENT/);
  });

  it("refuses a warm-up that is as long as the training, before it trains", async () => {
    const { terminal, code, out } = await runTrain(smallDigits(), ["--warm-up", "24"]);
    expect([code, terminal.stdout.text]).toEqual([2, ""]);
    expect(terminal.stderr.text).toMatch(/--warm-up 24: expected fewer than the 24 steps of the training/);
    expect(() => readdirSync(out)).toThrow(/ENOENT/);
  });

  it("refuses several threads where the backend has no memory for them", async () => {
    const before = useBackend(plainBackend);
    const { terminal, code } = await runTrain(smallDigits(), ["--threads", "2"]);
    useBackend(before);
    expect(code).toBe(2);
    expect(terminal.stderr.text).toBe(
      "rushlight-mnist: --threads: expected a backend whose memory threads can share, which plain is not, got 2\n",
    );
  });
});

describe("a training that goes wrong", () => {
  /** Checks that the program ends with one line on standard error, and that what was saved is as it was. */
  async function expectError(data: string, args: readonly string[], message: RegExp): Promise<void> {
    const out = temporaryFolder();
    writeFileSync(join(out, "model.json"), "earlier model");
    const { terminal, code } = await runTrain(data, args, { out });
    expect(code).toBe(1);
    expect(terminal.stderr.text).toMatch(message);
    expect(terminal.stderr.text).toMatch(/^rushlight-mnist: [^\n]+\n$/);
    expect(readFileSync(join(out, "model.json"), "utf8")).toBe("earlier model");
  }

  it("names the files that are missing", async () => {
    await expectError(temporaryFolder(), [], /train-images-idx3-ubyte/);
  });

  it("says when a file is cut off", async () => {
    const data = smallDigits();
    truncateSync(join(data, "t10k-images-idx3-ubyte"), 1000);
    await expectError(data, [], /t10k-images-idx3-ubyte: truncated: expected 39216 bytes/);
  });

  it("says when the training diverges", async () => {
    await expectError(
      smallDigits(),
      ["--rate", "1e20"],
      /the loss became (NaN|Infinity) in epoch 1: .* try a smaller --rate/,
    );
  });

  it.each([
    [["--validation", "0"], /the test loss is (NaN|Infinity): .* try a smaller --rate/],
    [["--validation", "20"], /the validation loss became (NaN|Infinity) in epoch 1: .* try a smaller --rate/],
  ])("says when the last step diverges, with %j, and saves no network", async (args, message) => {
    await expectError(
      smallDigits(),
      ["--rate", "1e30", "--batch-size", "200", "--epochs", "1", "--schedule", "constant", ...args],
      message,
    );
  });

  it("says when more is to be held back than there is", async () => {
    await expectError(smallDigits(), ["--validation", "200"], /--validation 200: expected fewer than the 200 digits/);
  });

  it("says when the folder for the results is a file, before it trains", async () => {
    const file = join(temporaryFolder(), "file");
    writeFileSync(file, "text");
    const { terminal, code } = await runTrain(smallDigits(), [], { out: file });
    expect([code, terminal.stdout.text]).toEqual([1, ""]);
    expect(terminal.stderr.text).toMatch(/file: the folder can not be made/);
    expect(readFileSync(file, "utf8")).toBe("text");
  });

  it("says when a result can not be written", async () => {
    const out = temporaryFolder();
    mkdirSync(join(out, "loss.svg", "inside"), { recursive: true });
    const { terminal, code } = await runTrain(smallDigits(), [], { out });
    expect(code).toBe(1);
    expect(terminal.stderr.text).toMatch(/loss\.svg: can not be replaced/);
  });
});
