import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ArgumentError } from "@rushlight/tensor";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import {
  LogError,
  type LogFormatName,
  Logger,
  type LoggerOptions,
  type LogRow,
  parseLog,
  readLog,
} from "../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "rushlight-logger-"));
let files = 0;

afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The name of a file that is not there. */
function newFile(ending = ".log"): string {
  return join(folder, `${files++}${ending}`);
}

function contents(file: string): string {
  return readFileSync(file, "utf8");
}

/** A logger that prints, and what it printed. */
function printing(options: LoggerOptions = {}): { logger: Logger; lines: string[] } {
  const lines: string[] = [];
  return { logger: new Logger(undefined, { print: (line) => lines.push(line), ...options }), lines };
}

const formats: LogFormatName[] = ["tsv", "csv", "jsonl"];

describe("rows", () => {
  test("have Torch's numbers with tabs between them, and the names before them", () => {
    const file = newFile();
    const logger = new Logger(file).setNames(["loss", "phase"]);
    expect(contents(file)).toBe("loss\tphase\n");
    logger.add([0.612372, "warm-up"]).add([-12345.678, "full speed"]).add([Number.NaN, ""]);
    expect(contents(file)).toBe("loss\tphase\n 6.1237e-01\twarm-up\n-1.2346e+04\tfull speed\n        nan\t\n");
  });

  test("name the columns in the order of the first one, and come in any order later", () => {
    const { logger, lines } = printing({ format: "csv" });
    logger.add({ loss: 0.5, epoch: 1 }).add({ epoch: 2, loss: 0.25 }).add([0.125, 3]);
    expect(lines).toEqual(["loss,epoch", "0.5,1", "0.25,2", "0.125,3"]);
    expect(logger.names).toEqual(["loss", "epoch"]);
    expect(logger.columns).toEqual({ loss: [0.5, 0.25, 0.125], epoch: [1, 2, 3] });
  });

  test("are in the file when add returns", () => {
    const file = newFile(".jsonl");
    const logger = new Logger(file);
    for (let epoch = 1; epoch <= 3; epoch++) {
      logger.add({ epoch });
      expect(contents(file).split("\n")).toHaveLength(epoch + 1);
    }
  });

  test("go to console.log without a file, line by line", () => {
    const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
    const logger = new Logger(undefined, { format: "jsonl" }).add({ loss: 1 });
    expect(log.mock.calls).toEqual([['{"loss":1}']]);
    expect(logger.file).toBeUndefined();
    log.mockRestore();
  });

  test("may have any names", () => {
    const names = ["__proto__", "constructor", "1", "loss, mean", 'in "quotes"'];
    for (const format of formats) {
      const file = newFile();
      const logger = new Logger(file, { format }).setNames(names).add([1, 2, 3, 4, 5]);
      for (const table of [logger, readLog(file, { format })]) {
        expect([...table.names].sort()).toEqual([...names].sort());
        expect(names.map((name) => table.columns[name])).toEqual([[1], [2], [3], [4], [5]]);
      }
    }
  });
});

describe("formats", () => {
  test("of numbers are those of all columns, and those of some", () => {
    const { logger, lines } = printing({
      format: "csv",
      numberFormat: { notation: "scientific", digits: 2 },
      formats: { rate: { notation: "fixed" }, epoch: { notation: "shortest" } },
    });
    logger.add({ epoch: 12, loss: 1 / 3, rate: 1 / 3 });
    expect(lines[1]).toBe("12,3.33e-01,0.3333");
  });

  test("follow the end of the file's name, unless they are named", () => {
    const written = (ending: string, options: LoggerOptions = {}): string => {
      const file = newFile(ending);
      new Logger(file, options).add({ a: 1, b: "x" });
      return contents(file);
    };
    expect(written(".csv")).toBe("a,b\n1,x\n");
    expect(written(".jsonl")).toBe('{"a":1,"b":"x"}\n');
    expect(written(".txt")).toBe("a\tb\n 1.0000e+00\tx\n");
    expect(written(".csv", { format: "jsonl" })).toBe('{"a":1,"b":"x"}\n');
  });

  test("of csv have quotes around the texts that need them", () => {
    const { logger, lines } = printing({ format: "csv" });
    logger.setNames(["a,b", 'say "a"', "plain"]).add(["two\nlines", "12", " blank"]);
    expect(lines).toEqual(['"a,b","say ""a""",plain', '"two\nlines","12"," blank"']);
  });

  test("of jsonl are JSON in every line, with NaN as null and infinities out of range", () => {
    const { logger, lines } = printing({ format: "jsonl", formats: { x: { notation: "scientific" } } });
    logger.add({ x: 0.5, y: Number.NaN, z: Number.NEGATIVE_INFINITY, text: 'a "b"\n' });
    expect(lines).toEqual(['{"x":5.0000e-01,"y":null,"z":-1e999,"text":"a \\"b\\"\\n"}']);
    expect(JSON.parse(lines[0])).toEqual({ x: 0.5, y: null, z: Number.NEGATIVE_INFINITY, text: 'a "b"\n' });
  });
});

describe("reading", () => {
  const numbers = [0.1 + 0.2, -0, 5e-324, Number.MAX_VALUE, 2 ** 53 + 2, 1e21, 1e-7, 123456789.123];
  const special = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const texts = ["", " ", "12", "NaN", "null", 'a "b"', "a,b", "a\tb", "two\r\nlines", "ümläut 🙂", "-inf", '"', "\n"];

  test.each(["csv", "jsonl"] as const)("%s gives the same numbers and texts, to the last bit", (format) => {
    const file = newFile();
    const logger = new Logger(file, { format });
    const values = [...numbers, ...special, ...texts];
    for (const value of values) logger.add({ value, other: 1 });
    const { names, columns } = readLog(file, { format });
    expect(names).toEqual(["value", "other"]);
    expect(columns.value).toHaveLength(values.length);
    for (const [i, value] of values.entries()) expect(Object.is(columns.value[i], value)).toBe(true);
  });

  test("tsv gives numbers as exact as they were written, and all digits when they were asked for", () => {
    const values = [...numbers, ...special];
    const exact = newFile();
    const rounded = newFile();
    const loggers = [new Logger(exact, { numberFormat: { notation: "shortest" } }), new Logger(rounded)];
    for (const value of values) for (const logger of loggers) logger.add({ value });
    expect(readLog(exact).columns.value).toEqual(values);
    expect(readLog(rounded).columns.value).toEqual(
      values.map((value) => (value === 0 ? value : Number(value.toExponential(4)))),
    );
  });

  test("takes the files of Torch, which end each line with a tab, and lines that end as on Windows", () => {
    const text = "train error\ttest error\t\n 5.0000e-01\t        nan\t\n-2.5000e-01\tlast one\t\n";
    const columns = { "train error": [0.5, -0.25], "test error": [Number.NaN, "last one"] };
    for (const end of ["\n", "\r\n"]) {
      expect(parseLog(text.replaceAll("\n", end), "tsv")).toEqual({ names: ["train error", "test error"], columns });
    }
    expect(parseLog("a,b\r\n1,x\r\n", "csv").columns).toEqual({ a: [1], b: ["x"] });
    expect(parseLog('{"a":1}\r\n', "jsonl").columns).toEqual({ a: [1] });
  });

  test("gives nothing for an empty file, and columns without rows for one that has names alone", () => {
    for (const format of formats) expect(parseLog("", format)).toEqual({ names: [], columns: {} });
    expect(parseLog("a\tb\n", "tsv")).toEqual({ names: ["a", "b"], columns: { a: [], b: [] } });
    expect(parseLog("a,b\n", "csv")).toEqual({ names: ["a", "b"], columns: { a: [], b: [] } });
  });

  test.each(formats)("leaves out a last line of %s that was cut off, wherever", (format) => {
    const file = newFile();
    const logger = new Logger(file, { format });
    const rows: LogRow[] = [
      { n: 1.5, text: "whole" },
      { n: 2.25, text: format === "tsv" ? "tail" : 'the "tail",\nto the end' },
    ];
    logger.add(rows[0]);
    const { length } = contents(file);
    logger.add(rows[1]);
    const text = contents(file);
    for (let end = length; end < text.length; end++) {
      expect(parseLog(text.slice(0, end), format).columns).toEqual({ n: [1.5], text: ["whole"] });
    }
    expect(parseLog(text, format).columns.n).toEqual([1.5, 2.25]);
  });

  test.each([
    ["tsv", "a\tb\n1\t2\n3\n", "row 2: expected 2 values (a, b), got 1"],
    ["tsv", "a\tb\n1\t2\t3\n", "row 1: expected 2 values (a, b), got 3"],
    ["csv", "a,b\n1,2\n\n", "row 2: expected 2 values (a, b), got 1"],
    ["csv", 'a,b\n1,x"y"\n', "row 1: expected quotes around a text with quotes in it"],
    ["csv", 'a,b\n"1"2,3\n4,5\n', "row 1: expected quotes"],
    ["jsonl", '{"a":1}\n{"b":1}\n', "row 2: expected values for a, got b"],
    ["jsonl", '{"a":1}\n{"a":1,"b":1}\n', "row 2: expected values for a, got a, b"],
    ["jsonl", '{"a":1}\n{"a":\n', 'row 2: expected a JSON object, got {"a":'],
    ["jsonl", "[1]\n", "row 1: expected a JSON object, got [1]"],
    ["jsonl", '{"a":true}\n', "row 1: expected a number, a text or null for a, got true"],
  ] as const)("refuses %s that is malformed, and names the row: %j", (format, text, message) => {
    expect(() => parseLog(text, format)).toThrow(LogError);
    expect(() => parseLog(text, format)).toThrow(message);
    const file = newFile();
    writeFileSync(file, text);
    expect(() => readLog(file, { format })).toThrow(file);
    expect(() => new Logger(file, { format, append: true })).toThrow(LogError);
    expect(contents(file)).toBe(text);
  });

  test("refuses formats and options that do not exist", () => {
    // @ts-expect-error: no such format
    expect(() => parseLog("", "xml")).toThrow("parseLog: expected a format of tsv, csv, jsonl, got xml");
    // @ts-expect-error: no such format
    expect(() => parseLog("", "toString")).toThrow(ArgumentError);
    // @ts-expect-error: no such option
    expect(() => readLog("x", { formats: "csv" })).toThrow(ArgumentError);
    expect(() => readLog(join(folder, "none"))).toThrow("ENOENT");
  });
});

describe("files", () => {
  test("begin anew, with the folders that they are in", () => {
    const file = join(folder, "runs", "deep", "train.csv");
    new Logger(file).add({ a: 1 });
    new Logger(file).add({ b: 2 });
    expect(contents(file)).toBe("b\n2\n");
  });

  test("have the local time in their names when that is asked for", () => {
    vi.useFakeTimers();
    vi.setSystemTime(new Date(2026, 0, 5, 13, 4, 9));
    const runs = join(folder, "stamped");
    const logger = new Logger(join(runs, "train.csv"), { timestamp: true }).add({ a: 1 });
    new Logger(join(runs, "log"), { timestamp: true });
    expect(readdirSync(runs).sort()).toEqual(["log-2026_01_05_13-04-09", "train-2026_01_05_13-04-09.csv"]);
    expect(logger.file).toBe(join(runs, "train-2026_01_05_13-04-09.csv"));
    expect(contents(join(runs, "train-2026_01_05_13-04-09.csv"))).toBe("a\n1\n");
  });

  test.each(formats)("of %s go on with append, as if nothing had happened", (format) => {
    const [whole, halves] = [newFile(), newFile()];
    const rows: LogRow[] = [
      { epoch: 1, note: "ä" },
      { epoch: 2, note: "ö" },
      { epoch: 3, note: "ü" },
    ];
    const once = new Logger(whole, { format });
    for (const row of rows) once.add(row);
    new Logger(halves, { format, append: true }).add(rows[0]).add(rows[1]);
    const again = new Logger(halves, { format, append: true });
    expect(again.names).toEqual(["epoch", "note"]);
    again.setNames(["epoch", "note"]).add([3, "ü"]);
    expect(contents(halves)).toBe(contents(whole));
    expect(again.columns).toEqual({ epoch: [1, 2, 3], note: ["ä", "ö", "ü"] });
  });

  test.each(formats)("of %s lose a row that was cut off when they go on", (format) => {
    const file = newFile();
    new Logger(file, { format }).add({ epoch: 1, note: "ä" });
    const before = contents(file);
    appendFileSync(file, '"ö');
    const logger = new Logger(file, { format, append: true });
    expect(contents(file)).toBe(before);
    logger.add({ epoch: 2, note: "ü" });
    expect(readLog(file, { format }).columns).toEqual({ epoch: [1, 2], note: ["ä", "ü"] });
  });

  test("that go on with other names are refused, and left as they are", () => {
    const file = newFile(".csv");
    new Logger(file).add({ epoch: 1, loss: 0.5 });
    appendFileSync(file, "2,0.");
    const before = contents(file);
    const formats = { acc: { notation: "fixed" } } as const;
    expect(() => new Logger(file, { append: true, formats })).toThrow("columns of epoch, loss, got one for acc");
    expect(contents(file)).toBe(before);
    const logger = new Logger(file, { append: true });
    expect(() => logger.setNames(["loss", "epoch"])).toThrow("expected the names epoch, loss, got loss, epoch");
    expect(() => logger.add({ epoch: 2, acc: 1 })).toThrow("expected values for epoch, loss, got epoch, acc");
    expect(contents(file)).toBe("epoch,loss\n1,0.5\n");
  });

  test("need Node, and a logger that prints does not", () => {
    const file = newFile();
    const { logger, lines } = printing();
    vi.stubGlobal("process", undefined);
    expect(() => new Logger(file)).toThrow(`Logger: expected Node 20.19 or later, which has files, for ${file}`);
    expect(() => readLog(file)).toThrow(ArgumentError);
    logger.add({ a: 1 });
    vi.unstubAllGlobals();
    expect(existsSync(file)).toBe(false);
    expect(lines).toHaveLength(2);
  });
});

describe("bad rows", () => {
  const file = newFile();
  const logger = new Logger(file).setNames(["epoch", "note"]).add([1, "x"]);
  const before = contents(file);

  test.each<[unknown, string]>([
    [[1], "expected 2 values (epoch, note), got 1"],
    [[1, "x", 2], "got 3"],
    [{ epoch: 1 }, "expected values for epoch, note, got epoch"],
    [{ epoch: 1, note: "x", loss: 2 }, "got epoch, note, loss"],
    [{ epoch: 1, Note: "x" }, "got epoch, Note"],
    [{}, "expected values for epoch, note, got none"],
    [{ epoch: true, note: "x" }, "a number or a string for epoch, got boolean true"],
    [{ epoch: 1, note: undefined }, "a number or a string for note, got undefined"],
    [[1, { a: 1 }], "a number or a string for note, got an object"],
    [[1, "a\tb"], 'a text for note without tabs and line ends in tsv, got "a\\tb"'],
    [[1, "a\nb"], "without tabs and line ends"],
    ["row", "expected a row of values, by name or in order, got row"],
    [null, "got null"],
  ])("%j is refused by name, and nothing is written", (row, message) => {
    // @ts-expect-error: some are no rows
    const add = (): unknown => logger.add(row);
    expect(add).toThrow(ArgumentError);
    expect(add).toThrow(message);
    expect(contents(file)).toBe(before);
    expect(logger.columns).toEqual({ epoch: [1], note: ["x"] });
  });

  test("of 64-bit integers are refused by name", () => {
    // @ts-expect-error: neither numbers nor strings
    expect(() => logger.add({ epoch: 1n, note: "x" })).toThrow("a number or a string for epoch, got bigint 1");
    // @ts-expect-error: neither numbers nor strings
    expect(() => new Logger().setNames([1n])).toThrow(ArgumentError);
  });

  test("as the first ones name no columns", () => {
    const { logger, lines } = printing({ formats: { loss: { notation: "fixed" } } });
    const refuse = (row: LogRow, message: string): void => {
      expect(() => logger.add(row)).toThrow(ArgumentError);
      expect(() => logger.add(row)).toThrow(message);
    };
    refuse([1, 2], "expected names before values in order");
    refuse({}, "expected at least one column, got none");
    refuse({ "": 1 }, 'strings with characters, got ""');
    refuse({ epoch: 1 }, "expected formats for columns of epoch, got one for loss");
    refuse({ loss: 1, "a\tb": 2 }, "expected names without tabs");
    refuse({ loss: 1, note: "\n" }, "a text for note without tabs");
    expect([logger.names, lines]).toEqual([[], []]);
    logger.add({ loss: 1, epoch: 2 });
    expect(logger.names).toEqual(["loss", "epoch"]);
  });

  test("and names that are there twice, or change, are refused", () => {
    const { logger, lines } = printing();
    expect(() => logger.setNames(["a", "b", "a"])).toThrow("expected a name for one column, got a twice");
    expect(() => logger.setNames([])).toThrow("at least one column");
    // @ts-expect-error: names are strings
    expect(() => logger.setNames([1])).toThrow('strings with characters, got "1"');
    expect(logger.setNames(["a"]).setNames(["a"])).toBe(logger);
    expect(() => logger.setNames(["b"])).toThrow("expected the names a, got b");
    expect(() => logger.setNames(["a", "b"])).toThrow(ArgumentError);
    expect(lines).toEqual(["a"]);
  });
});

describe("bad options", () => {
  test.each<[unknown, unknown, string]>([
    ["x.log", true, "an object of options"],
    ["x.log", { stamp: true }, 'got "stamp"'],
    ["x.log", { timestamp: 1 }, "expected true or false as timestamp, got 1"],
    ["x.log", { append: true, timestamp: true }, "expected append or timestamp"],
    [undefined, { append: true }, "expected a file for append, got none"],
    [undefined, { timestamp: true }, "expected a file for timestamp, got none"],
    ["x.log", { format: "xml" }, "expected a format of tsv, csv, jsonl, got xml"],
    ["x.log", { print: "x" }, "expected a function as print, got x"],
    [
      "x.log",
      { numberFormat: { notation: "hex" } },
      "numberFormat: expected a notation of scientific, fixed, shortest",
    ],
    [
      "x.log",
      { formats: { a: { notation: "fixed", digits: 21 } } },
      "format of a: expected from 0 to 20 digits, got 21",
    ],
    ["x.log", { formats: { a: { notation: "shortest", digits: 2 } } }, "expected no digits for shortest, got 2"],
    ["x.log", { formats: { a: { digit: 2 } } }, 'got "digit"'],
    [5, {}, 'expected the name of a file, got "5"'],
    ["", {}, 'expected the name of a file, got ""'],
  ])("%j with %j: refused, and no file is made", (file, options, message) => {
    const name = file === "x.log" ? newFile() : file;
    // @ts-expect-error: none of them are
    const make = (): unknown => new Logger(name, options);
    expect(make).toThrow(ArgumentError);
    expect(make).toThrow(message);
    if (typeof name === "string") expect(existsSync(name)).toBe(false);
  });
});
