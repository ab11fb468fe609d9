import { availableParallelism } from "node:os";
import { OptionError } from "@rushlight/command-line";
import { MOST_THREADS } from "@rushlight/command-line/threads";
import { cac } from "cac";
import manifest from "../package.json" with { type: "json" };
import { isModelName, type Model, type ModelName, models } from "./networks/models.ts";

/** What the user asks for. */
export interface Options {
  /** The kind of network. */
  readonly model: ModelName;
  readonly epochs: number;
  readonly batchSize: number;
  readonly rate: number;
  readonly rateDecay: number;
  readonly momentum: number;
  /** The sizes of the hidden layers. */
  readonly hidden: readonly number[];
  readonly seed: number;
  /** How many threads compute; as many as the machine can run at a time, when left out. */
  readonly threads: number | undefined;
  /** How many workers share each batch; 0 when no worker does, and operations are divided among threads. */
  readonly workers: number;
  /** The folder with the digits; the installed MNIST when left out. */
  readonly data: string | undefined;
  /** The folder for the loss curve and the parameters. */
  readonly out: string;
  readonly json: boolean;
}

/** The model has defaults of its own for what it learns with. */
const defaults = {
  model: "perceptron",
  epochs: 5,
  batchSize: 64,
  seed: 1,
  out: "mnist-run",
} as const;

const LARGEST_SEED = Number.MAX_SAFE_INTEGER;

/**
 * The options in the arguments of the command line.
 *
 * @param args the arguments without the program's name
 * @returns the options, or undefined when help or the version was asked for and printed
 * @throws OptionError for an unknown option, a stray argument, or a value of the wrong form or outside its range
 */
export function parseOptions(args: readonly string[]): Options | undefined {
  args = joinNegativeNumbers(args);
  const values = parseValues(args);
  if (values === undefined) return undefined;
  const model = modelName(textOf(values, args, "model"));
  const usual = models[model];
  const whole = (name: string, from: number, to: number): number =>
    wholeNumber(name, textOf(values, args, name), from, to);
  const real = (name: string, otherwise: number, fits: (value: number) => boolean, range: string): number =>
    values.has(keyOf(name)) ? realNumber(name, textOf(values, args, name), fits, range) : otherwise;
  return {
    model,
    epochs: whole("epochs", 1, 1000),
    batchSize: whole("batch-size", 1, 60_000),
    rate: real("rate", usual.rate, (rate) => rate > 0, "above 0"),
    rateDecay: real("rate-decay", usual.rateDecay, (decay) => decay >= 0, "of 0 or more"),
    momentum: real("momentum", usual.momentum, (m) => m >= 0 && m < 1, "from 0 to below 1"),
    hidden: values.has("hidden")
      ? textOf(values, args, "hidden")
          .split(",")
          .map((size) => wholeNumber("hidden", size, 1, 10_000))
      : usual.hidden,
    seed: whole("seed", 0, LARGEST_SEED),
    threads: values.has("threads") ? whole("threads", 1, MOST_THREADS) : undefined,
    workers: workerCount(values.get("workers"), () => whole("workers", 1, MOST_THREADS)),
    data: values.has("data") ? folderName("data", textOf(values, args, "data")) : undefined,
    out: folderName("out", textOf(values, args, "out")),
    json: values.get("json") === true,
  };
}

function parseValues(args: readonly string[]): ReadonlyMap<string, unknown> | undefined {
  // The parser reads a dot as a path into an object; no option here has one.
  const dotted = args.find((arg) => /^-[^=]*\./.test(arg));
  if (dotted !== undefined) throw new OptionError(`Unknown option \`${dotted}\``);
  let values: ReadonlyMap<string, unknown> | undefined;
  const cli = cac("rushlight-mnist");
  cli
    .command("", "Train a network on handwritten digits")
    .usage("[options]")
    .option("--model <name>", `What to train: ${Object.keys(models).join(" or ")}`, { default: defaults.model })
    .option("--epochs <n>", "How often to go through the training set", { default: defaults.epochs })
    .option("--batch-size <n>", "How many images a step learns from", { default: defaults.batchSize })
    .option("--rate <number>", `The learning rate (${usually(({ rate }) => rate)})`)
    .option("--rate-decay <number>", `Divides the rate by 1 + step * this (${usually(({ rateDecay }) => rateDecay)})`)
    .option("--momentum <number>", `Part of a step in the next (${usually(({ momentum }) => momentum)})`)
    .option("--hidden <sizes>", `Hidden layers, as 128,64 (${usually(({ hidden }) => hidden)})`)
    .option("--seed <n>", "The seed of all random numbers", { default: defaults.seed })
    .option("--threads <n>", "How many threads compute (default: all there are)")
    .option("--workers [n]", "Share batches among workers (n: all there are)")
    .option("--data <folder>", "Four IDX files to read instead of MNIST")
    .option("--out <folder>", "Where the results go", { default: defaults.out })
    .option("--json", "End with one line of JSON")
    .action((parsed: Readonly<Record<string, unknown>>) => {
      const stray = parsed["--"];
      if (Array.isArray(stray) && stray.length > 0) throw new OptionError(`Unused args: \`${stray.join("`, `")}\``);
      const repeated = Object.keys(parsed).find((name) => name !== "--" && Array.isArray(parsed[name]));
      if (repeated !== undefined) throw new OptionError(`option --${repeated} is given more than once`);
      values = new Map(Object.entries(parsed));
    });
  cli.help((sections) =>
    sections.filter(({ title }) => title === undefined || title === "Usage" || title === "Options"),
  );
  cli.version(manifest.version);
  try {
    cli.parse(["node", "rushlight-mnist", ...args]);
  } catch (error) {
    throw error instanceof Error && error.name === "CACError" ? new OptionError(error.message) : error;
  }
  return values;
}

/** What the models have by default: `default: 0.2, cnn 0.05`, or one number where it is the same. */
function usually(of: (model: Model) => number | readonly number[]): string {
  const { [defaults.model]: first, ...others } = models;
  const usual = String(of(first));
  const different = Object.entries(others).filter(([, model]) => String(of(model)) !== usual);
  return [`default: ${usual}`, ...different.map(([name, model]) => `${name} ${String(of(model))}`)].join(", ");
}

/** `--rate -1` as `--rate=-1`: the parser takes what begins with a minus for another option. */
function joinNegativeNumbers(args: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const previous = joined.at(-1);
    if (previous !== undefined && /^--[^=]+$/.test(previous) && /^-[\d.]/.test(arg)) {
      joined[joined.length - 1] = `${previous}=${arg}`;
    } else {
      joined.push(arg);
    }
  }
  return joined;
}

/**
 * The value of an option as it was typed: the parser turns what looks like a number into one, and a folder named 007
 * must not become 7.
 */
function textOf(values: ReadonlyMap<string, unknown>, args: readonly string[], name: string): string {
  const value = values.get(keyOf(name));
  const position = args.findIndex((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));
  if (position < 0) return String(value);
  const [, inline] = args[position].split(/=(.*)/s);
  return inline ?? args[position + 1] ?? "";
}

/** The name of an option as the parser gives it: `rateDecay` for `rate-decay`. */
function keyOf(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function modelName(text: string): ModelName {
  if (isModelName(text)) return text;
  throw new OptionError(`--model: expected ${Object.keys(models).join(" or ")}, got ${quoted(text)}`);
}

/** None without the option, and as many as the machine can run at a time when the option has no value. */
function workerCount(value: unknown, given: () => number): number {
  if (value === undefined) return 0;
  return value === true ? Math.min(availableParallelism(), MOST_THREADS) : given();
}

function wholeNumber(name: string, text: string, from: number, to: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= from && value <= to) return value;
  throw new OptionError(`--${name}: expected a whole number from ${from} to ${to}, got ${quoted(text)}`);
}

function realNumber(name: string, text: string, fits: (value: number) => boolean, range: string): number {
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  if (Number.isFinite(value) && fits(value)) return value;
  throw new OptionError(`--${name}: expected a number ${range}, got ${quoted(text)}`);
}

function folderName(name: string, text: string): string {
  if (text !== "") return text;
  throw new OptionError(`--${name}: expected the name of a folder, got nothing`);
}

/** Text in quotes, line breaks and control characters escaped. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
