import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { MemoryTerminal, temporaryFolder } from "@rushlight/command-line/testing";
import { backend, plainBackend, useBackend } from "@rushlight/tensor";
import { describe, expect, it } from "vitest";
import { main } from "../src/main.ts";
import { decodeNpy } from "../src/outputs/npy.ts";
import { smallDigits } from "./smallDigits.ts";

const never = new AbortController().signal;

interface Finished {
  readonly terminal: MemoryTerminal;
  readonly code: number;
  readonly out: string;
}

/** Runs the program on a few easy digits for two epochs, unless the arguments say otherwise. */
async function run(
  args: readonly string[] = [],
  settings: { isTTY?: boolean; colours?: boolean; out?: string } = {},
): Promise<Finished> {
  const terminal = new MemoryTerminal(settings);
  const out = settings.out ?? join(temporaryFolder(), "run");
  const folders = [...(args.includes("--data") ? [] : ["--data", smallDigits()]), "--out", out];
  const epochs = args.includes("--epochs") ? [] : ["--epochs", "2"];
  const threads = args.includes("--threads") ? [] : ["--threads", "1"];
  const code = await main([...folders, ...epochs, ...threads, "--batch-size", "16", ...args], terminal, never);
  return { terminal, code, out };
}

/** The lines that do not depend on the folder or the clock. */
function figures({ terminal }: Finished): readonly string[] {
  return terminal.lines.filter((line) => !/^(from|training time|loss curve|parameters)/.test(line));
}

describe("a run", () => {
  it("says what it does, a line for each epoch, how good it is and where the results are", async () => {
    const { terminal, code, out } = await run();
    expect(code).toBe(0);
    expect(terminal.stderr.text).toBe("");
    const text = terminal.stdout.text;
    expect(text).toContain("digits    200 to train with, 50 to test with");
    expect(text).toContain("network   39,760 parameters");
    expect(text).toContain("nn.Linear(784 -> 50)");
    expect(text).toContain("epochs 2, batch size 16, rate 0.2, rate decay 0.001, momentum 0.5");
    expect(text).toContain("seed      1");
    expect(text).toContain(`backend   ${backend().name}, 1 thread\n`);
    expect(text).toMatch(/^epoch 1\/2: training loss \d\.\d{4}, test loss \d\.\d{4}, test accuracy [\d.]+ %$/m);
    expect(text).toMatch(/^epoch 2\/2: /m);
    expect(text).toMatch(/^test accuracy {6}100\.00 %$/m);
    expect(text).toContain(`loss curve         ${join(out, "loss.svg")}`);
    expect(text).toContain(`parameters         ${join(out, "parameters.npy")}`);
  });

  it("prints the confusion matrix: all test digits on the diagonal when all are recognised", async () => {
    const { terminal } = await run();
    const rows = terminal.lines.filter((line) => /^ {3}\d .* %$/.test(line));
    expect(rows).toHaveLength(10);
    let total = 0;
    for (const [digit, row] of rows.entries()) {
      const cells = row.trim().split(/ +/);
      expect(cells[0]).toBe(String(digit));
      expect(cells.slice(1, 11).filter((cell) => cell !== ".")).toEqual([cells[digit + 1]]);
      total += Number(cells[digit + 1]);
    }
    expect(total).toBe(50);
  });

  it("ends with one object of JSON when asked to", async () => {
    const { terminal, out } = await run(["--json", "--seed", "7"]);
    const { testLoss, trainLoss, seconds, ...others } = terminal.json;
    for (const number of [testLoss, trainLoss, seconds]) expect(number).toSatisfy(Number.isFinite);
    expect(others).toEqual({
      testAccuracy: 100,
      trainAccuracy: 100,
      epochs: 2,
      parameters: 39_760,
      backend: backend().name,
      threads: 1,
      workers: 0,
      seed: 7,
      interrupted: false,
      files: { lossCurve: join(out, "loss.svg"), parameters: join(out, "parameters.npy") },
    });
  });

  it("builds the hidden layers asked for", async () => {
    const { terminal } = await run(["--hidden", "12,11,10", "--json"]);
    expect(terminal.json.parameters).toBe(784 * 12 + 12 + 12 * 11 + 11 + 11 * 10 + 10 + 10 * 10 + 10);
    expect(terminal.stdout.text).toContain("nn.Linear(12 -> 11)");
  });

  it("trains a network of convolutions when asked to", async () => {
    const { terminal } = await run(["--model", "cnn", "--hidden", "20", "--json"]);
    expect(terminal.json.parameters).toBe(16 * 25 + 16 + 32 * 400 + 32 + 512 * 20 + 20 + 20 * 10 + 10);
    expect(terminal.json.testAccuracy).toBeGreaterThan(90);
    expect(terminal.stdout.text).toContain("nn.SpatialConvolution(16 -> 32, 5x5)");
    expect(terminal.stdout.text).toContain("rate 0.05, rate decay 0.001, momentum 0.9");
  });

  it("saves a drawing and all parameters", async () => {
    const { out } = await run();
    expect(readdirSync(out).sort()).toEqual(["loss.svg", "parameters.npy"]);
    expect(readFileSync(join(out, "loss.svg"), "utf8")).toMatch(/^<svg.*<\/svg>$/s);
    const parameters = decodeNpy(readFileSync(join(out, "parameters.npy")));
    expect(parameters.size()).toEqual([39_760]);
    expect(parameters.norm()).toBeGreaterThan(1);
  });

  it("gives the same figures to the last digit for the same seed, and others for another", async () => {
    const data = ["--data", smallDigits()];
    const first = await run([...data, "--seed", "3", "--json"]);
    const second = await run([...data, "--seed", "3", "--json"]);
    const other = await run([...data, "--seed", "4", "--json"]);
    const withoutJson = (finished: Finished) => figures(finished).slice(0, -1);
    expect(withoutJson(second)).toEqual(withoutJson(first));
    const { trainLoss, testLoss } = first.terminal.json;
    expect(second.terminal.json).toMatchObject({ trainLoss, testLoss });
    expect(other.terminal.json.trainLoss).not.toBe(trainLoss);
    const parameters = ({ out }: Finished) => readFileSync(join(out, "parameters.npy"));
    expect(parameters(second).equals(parameters(first))).toBe(true);
    expect(parameters(other).equals(parameters(first))).toBe(false);
  });

  it("gives the same figures and parameters with several threads, and leaves none behind", async () => {
    const before = backend();
    const data = ["--data", smallDigits(), "--model", "cnn", "--epochs", "1", "--json"];
    const one = await run(data);
    const three = await run([...data, "--threads", "3"]);
    expect(three.terminal.stdout.text).toContain(`backend   ${before.name}, 3 threads\n`);
    const { trainLoss, testLoss } = one.terminal.json;
    expect(three.terminal.json).toMatchObject({ trainLoss, testLoss, threads: 3 });
    const parameters = ({ out }: Finished) => readFileSync(join(out, "parameters.npy"));
    expect(parameters(three).equals(parameters(one))).toBe(true);
    expect(backend()).toBe(before);
  });

  it("learns the same with any number of workers", async () => {
    const data = ["--data", smallDigits(), "--epochs", "1", "--json"];
    const one = await run([...data, "--workers", "1"]);
    const three = await run([...data, "--workers", "3"]);
    expect(three.terminal.stdout.text).toContain("1 thread, 3 workers\n");
    expect(three.terminal.json).toMatchObject({ threads: 1, workers: 3, testAccuracy: 100 });
    const parameters = ({ out }: Finished) => readFileSync(join(out, "parameters.npy"));
    expect(parameters(three).equals(parameters(one))).toBe(true);
  });

  it("refuses several threads where the backend has no memory for them", async () => {
    const before = useBackend(plainBackend);
    const { terminal, code } = await run(["--threads", "2"]);
    useBackend(before);
    expect(code).toBe(1);
    expect(terminal.stderr.text).toBe(
      "rushlight-mnist: --threads: expected a backend whose memory threads can share, which plain is not, got 2\n",
    );
  });
});

describe("what is printed", () => {
  it("has no control codes where there is no terminal", async () => {
    const { terminal } = await run();
    expect(terminal.stdout.text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
    expect(terminal.stderr.text).toBe("");
  });

  it("has a progress bar with the loss and the speed on a terminal, within 80 columns", async () => {
    const { terminal } = await run([], { isTTY: true });
    expect(terminal.stderr.text).toMatch(/epoch 2\/2 .*% \| loss \d.\d{4} \| [\d,]+ images\/s/);
    // What is drawn between two control codes is one line.
    expect(terminal.stderr.text.split("\u001b").filter((part) => part.length > 80)).toEqual([]);
    expect(terminal.stdout.text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  });

  it("has colours on a terminal that has them", async () => {
    const { terminal } = await run([], { isTTY: true, colours: true });
    expect(terminal.stdout.text).toContain("\u001b[32m");
  });

  it("fits 80 columns, however deep the network is", async () => {
    const { terminal } = await run(["--hidden", "9,9,9,9,9,9,9,9,9,9"]);
    const long = terminal.lines.filter((line) => line.length > 80 && !/^(from|loss curve|parameters)/.test(line));
    expect(long).toEqual([]);
  });
});

describe("a run that goes wrong", () => {
  /** Checks that the program ends with one line on standard error, and that `out` is as it was. */
  async function expectError(args: readonly string[], message: RegExp): Promise<void> {
    const out = temporaryFolder();
    writeFileSync(join(out, "loss.svg"), "earlier curve");
    writeFileSync(join(out, "parameters.npy"), "earlier parameters");
    const { terminal, code } = await run(args, { out });
    expect(code).toBe(1);
    expect(terminal.stderr.text).toMatch(message);
    expect(terminal.stderr.text).toMatch(/^rushlight-mnist: [^\n]+\n$/);
    expect(readdirSync(out).sort()).toEqual(["loss.svg", "parameters.npy"]);
    expect(readFileSync(join(out, "loss.svg"), "utf8")).toBe("earlier curve");
    expect(readFileSync(join(out, "parameters.npy"), "utf8")).toBe("earlier parameters");
  }

  it("names a bad option", async () => {
    await expectError(["--momentum", "2"], /--momentum: expected a number from 0 to below 1, got "2"/);
    await expectError(["--unknown\noption"], /Unknown option `--unknown\\noption`/);
  });

  it("names the files that are missing", async () => {
    const data = smallDigits();
    rmSync(join(data, "train-labels-idx1-ubyte"));
    await expectError(["--data", data], /missing train-labels-idx1-ubyte/);
    await expectError(["--data", join(data, "elsewhere")], /elsewhere: no such folder/);
  });

  it("names the file that is damaged", async () => {
    const data = smallDigits();
    truncateSync(join(data, "t10k-images-idx3-ubyte"), 1000);
    await expectError(["--data", data], /t10k-images-idx3-ubyte: truncated: expected 39216 bytes/);
  });

  it("says when the training diverges", async () => {
    await expectError(["--rate", "1e20"], /the loss became (NaN|Infinity) in epoch 1: .* try a smaller --rate/);
  });

  it("says when the folder for the results is a file, before it trains", async () => {
    const file = join(temporaryFolder(), "file");
    writeFileSync(file, "text");
    const { terminal, code } = await run([], { out: file });
    expect(code).toBe(1);
    expect(terminal.stderr.text).toMatch(/file: the folder can not be made/);
    expect(terminal.stdout.text).toBe("");
    expect(readFileSync(file, "utf8")).toBe("text");
  });

  it("says when a result can not be written", async () => {
    const out = temporaryFolder();
    mkdirSync(join(out, "loss.svg", "inside"), { recursive: true });
    const { terminal, code } = await run([], { out });
    expect(code).toBe(1);
    expect(terminal.stderr.text).toMatch(/loss\.svg: can not be replaced/);
    expect(readdirSync(out)).toEqual(["loss.svg"]);
  });
});

describe("a run that is interrupted", () => {
  it("stops after the batch it is at, saves what it learned and ends with 130", async () => {
    const controller = new AbortController();
    const terminal = new MemoryTerminal();
    const out = temporaryFolder();
    const args = ["--data", smallDigits(), "--out", out, "--epochs", "1000", "--json"];
    const code = main(args, terminal, controller.signal);
    const firstEpoch = setInterval(() => {
      if (terminal.stdout.text.includes("epoch 1/1000:")) controller.abort();
    }, 1);
    expect(await code).toBe(130);
    clearInterval(firstEpoch);
    expect(terminal.stdout.text).toMatch(/^interrupted after [\d,]+ images: saving what was learned from them$/m);
    expect(readdirSync(out).sort()).toEqual(["loss.svg", "parameters.npy"]);
    expect(terminal.json).toMatchObject({ interrupted: true, parameters: 39_760 });
    expect(terminal.json.epochs).toBeGreaterThan(0);
    expect(terminal.json.epochs).toBeLessThan(1000);
  });

  it("saves nothing when nothing was learned yet", async () => {
    const terminal = new MemoryTerminal();
    const out = temporaryFolder();
    writeFileSync(join(out, "loss.svg"), "earlier curve");
    const code = await main(["--data", smallDigits(), "--out", out], terminal, AbortSignal.abort());
    expect(code).toBe(130);
    expect(terminal.lines.at(-1)).toBe("interrupted before the first batch: nothing was learned, nothing is saved");
    expect(readFileSync(join(out, "loss.svg"), "utf8")).toBe("earlier curve");
    expect(readdirSync(out)).toEqual(["loss.svg"]);
  });
});
