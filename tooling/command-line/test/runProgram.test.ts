import { Command } from "@commander-js/extra-typings";
import { describe, expect, it } from "vitest";
import {
  examples,
  OptionError,
  OutputError,
  pathName,
  realNumber,
  runProgram,
  wholeNumber,
  wholeNumbers,
} from "../src/index.ts";
import { MemoryTerminal } from "../src/testing/index.ts";

class KnownError extends Error {
  override name = "KnownError";
}

/** A program with two commands, of which the first is the default one; `seen` keeps what arrives. */
function calculator(seen: unknown[], action: () => void = () => {}) {
  const program = new Command("calculator").description("Adds numbers").version("1.2.3");
  program
    .command("add", { isDefault: true })
    .description("Add")
    .option("--times <n>", "How often", wholeNumber(1, 9), 1)
    .option("--most <n>", "The most", wholeNumber(0))
    .option("--sizes <list>", "Sizes", wholeNumbers(1, 1000))
    .option("--rate <number>", "Rate", realNumber({ above: 0, to: 1 }))
    .option("--out <folder>", "Where", pathName("folder"), "results")
    .addHelpText("after", examples(["calculator add --times 2"]))
    .action((options) => {
      seen.push(options);
      action();
    });
  program
    .command("show <file...>")
    .description("Show")
    .action((files) => {
      seen.push(files);
    });
  return program;
}

interface Finished {
  readonly code: number;
  readonly seen: readonly unknown[];
  readonly terminal: MemoryTerminal;
}

async function run(args: readonly string[], action?: () => void): Promise<Finished> {
  const seen: unknown[] = [];
  const terminal = new MemoryTerminal();
  const code = await runProgram(calculator(seen, action), args, terminal, { expected: [KnownError] });
  return { code, seen, terminal };
}

describe("runProgram", () => {
  it("runs the default command with the values of its options, of their types", async () => {
    const { code, seen, terminal } = await run([
      "--times",
      "3",
      "--sizes",
      "128, 64",
      "--rate",
      "5e-1",
      "--out",
      "007",
    ]);
    expect([code, terminal.stderr.text]).toEqual([0, ""]);
    expect(seen).toEqual([{ times: 3, sizes: [128, 64], rate: 0.5, out: "007" }]);
  });

  it("runs the command that is named", async () => {
    expect((await run(["show", "a", "b"])).seen).toEqual([["a", "b"]]);
  });

  it("prints help with examples on standard output, within 80 columns", async () => {
    const { code, seen, terminal } = await run(["add", "--help"]);
    expect([code, seen, terminal.stderr.text]).toEqual([0, [], ""]);
    expect(terminal.stdout.text).toMatch(/--times <n> .*\n(.*\n)+Examples:\n {2}\$ calculator add --times 2\n$/);
    expect(terminal.lines.every((line) => line.length <= 80)).toBe(true);
  });

  it("prints the help of a command that is named after help", async () => {
    const { code, terminal } = await run(["help", "add"]);
    expect([code, terminal.stdout.text]).toEqual([0, (await run(["add", "--help"])).terminal.stdout.text]);
  });

  it("prints the version", async () => {
    const { code, terminal } = await run(["--version"]);
    expect([code, terminal.stdout.text]).toEqual([0, "1.2.3\n"]);
  });

  it.each([
    [["--tiems", "3"], "calculator: unknown option '--tiems' (Did you mean --times?)\n"],
    [["--times", "10"], /option '--times <n>' argument '10' is invalid\. Expected a whole number from 1 to 9\.\n$/],
    [["--times", "-1"], /argument '-1' is invalid/],
    [["--most", "-1"], /argument '-1' is invalid\. Expected a whole number of at least 0\.\n$/],
    [["--times", "2.5"], /argument '2\.5' is invalid/],
    [["--times"], /option '--times <n>' argument missing/],
    [
      ["--sizes", "12,"],
      /argument '12,' is invalid\. Expected whole numbers from 1 to 1000 with commas between, as 128,64\./,
    ],
    [["--rate", "0"], /argument '0' is invalid\. Expected a number above 0 and to 1\./],
    [["--rate", "0x1"], /argument '0x1' is invalid/],
    [["--out", "--times"], /argument '--times' is invalid\. Expected the name of a folder; \.\/--times is one\./],
    [["--out", ""], /argument '' is invalid\. Expected the name of a folder\./],
    [["subtract"], 'calculator: expected one of the commands add, show, got "subtract"\n'],
    [["help", "subtract"], 'calculator: expected one of the commands add, show, got "subtract"\n'],
    [["add", "more"], /too many arguments/],
    [["show"], /missing required argument 'file'/],
  ])("answers %j in one line on standard error, and runs nothing", async (args, expected) => {
    const { code, seen, terminal } = await run(args);
    expect([code, seen, terminal.stdout.text]).toEqual([2, [], ""]);
    expect(terminal.stderr.text).toMatch(expected);
    expect(terminal.stderr.text.split("\n")).toHaveLength(2);
  });

  it.each([
    [new OptionError("--a does not go with --b"), 2],
    [new OutputError("a: can not be written"), 1],
    [new KnownError("two\nlines"), 1],
  ])("turns %s into one line and an exit code", async (error, expected) => {
    const { code, terminal } = await run([], () => {
      throw error;
    });
    expect([code, terminal.stderr.text]).toEqual([expected, `calculator: ${error.message.replace("\n", "\\n")}\n`]);
  });

  it("passes on every other error", async () => {
    const bug = new TypeError("a bug");
    const throwing = run([], () => {
      throw bug;
    });
    await expect(throwing).rejects.toBe(bug);
  });

  it("ends with 130 when the user interrupted it", async () => {
    const settings = { signal: AbortSignal.abort() };
    expect(await runProgram(calculator([]), [], new MemoryTerminal(), settings)).toBe(130);
    const throwing = calculator([], () => settings.signal.throwIfAborted());
    expect(await runProgram(throwing, [], new MemoryTerminal(), settings)).toBe(130);
  });

  it("passes on an error that is another than the interruption", async () => {
    const bug = new TypeError("a bug");
    const throwing = calculator([], () => {
      throw bug;
    });
    const settings = { signal: AbortSignal.abort() };
    await expect(runProgram(throwing, [], new MemoryTerminal(), settings)).rejects.toBe(bug);
  });

  it("knows commands by their other names", async () => {
    const seen: unknown[] = [];
    const program = calculator(seen);
    program.commands[1].alias("print");
    expect(await runProgram(program, ["print", "a"], new MemoryTerminal())).toBe(0);
    expect(seen).toEqual([["a"]]);
  });

  it("lays help out in 80 columns on a terminal that says it has none", async () => {
    const { stdout, stderr } = new MemoryTerminal({ isTTY: true });
    const silent = Object.assign(stdout, { columns: 0 });
    await runProgram(calculator([]), ["add", "--help"], { stdout: silent, stderr });
    expect(stdout.text).toMatch(/^ {2}--times <n> +How often \(default: 1\)$/m);
  });
});
