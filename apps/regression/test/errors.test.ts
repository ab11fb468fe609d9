import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "@rushlight/command-line/testing";
import { describe, expect, it } from "vitest";
import { fileWith, houses, run } from "./runMain.ts";

const text = houses(30);

/** The one line on standard error of a run that fails. */
async function complaint(args: readonly string[], code = 1): Promise<string> {
  const result = await run(args);
  expect(result.code).toBe(code);
  expect(readdirSync(result.out)).toEqual([]);
  const lines = result.terminal.stderr.text.trimEnd().split("\n");
  expect(lines).toHaveLength(1);
  return lines[0];
}

const fitting = (contents: string | Uint8Array, target = "price"): Promise<string> =>
  complaint(["--data", fileWith(contents), "--target", target]);

describe("a CSV file that can not be used", () => {
  it.each([
    ["ragged rows", `${text}1,north,x\n`, /houses\.csv: line 32: expected 4 fields as in the first row, got 3$/],
    ["nothing in it", "", /houses\.csv: expected rows, got an empty file$/],
    ["a header alone", "rooms,price\n", /houses\.csv: expected at least 10 rows with a target, got 0$/],
    ["one row", "rooms,price\n1,2\n", /houses\.csv: expected at least 10 rows with a target, got 1$/],
    ["a quote that is not closed", `${text}"1,north,x,3\n`, /houses\.csv: line 32, column 1: expected a second quote/],
    ["zero bytes", Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0), /houses\.csv: line 1: expected text, got a zero byte/],
    ["other bytes", Uint8Array.of(0x61, 0x0a, 0xff, 0xd8), /houses\.csv: line 2: expected text in UTF-8/],
    ["no target in any row", text.replace(/,\d+\n/g, ",NA\n"), /expected at least 10 rows with a target, got 0$/],
    [
      "the same target everywhere",
      text.replace(/,\d+\n/g, ",5\n"),
      /expected different numbers in the target "price", got 5/,
    ],
    [
      "nothing but names beside it",
      text.replace(/^[^,]*,[^,]*,/gm, ""),
      /expected a column to learn from, got none; "id" looks like/,
    ],
  ])("has %s", async (_, contents, message) => {
    expect(await fitting(contents)).toMatch(message);
  });

  it("has text where numbers are", async () => {
    const line = await fitting(text.replace("\n4,south,id3,", "\nfour,south,id3,").concat(houses(40).slice(24)));
    expect(line).toMatch(/houses\.csv: line 5, column 1 \(rooms\): expected a number, got "four" \(--text reads/);
  });

  it("has texts for a target", async () => {
    expect(await fitting(text, "district")).toMatch(
      /houses\.csv: line 2, column 2 \(district\): expected a number, got "north" \(a target has numbers/,
    );
  });

  it("has no such target", async () => {
    expect(await fitting(text, "prise")).toMatch(
      /houses\.csv: expected a column "prise", got "rooms", "district", "id", "price"; is "price" meant\?$/,
    );
  });

  it("is a folder, or is not there", async () => {
    const folder = temporaryFolder();
    expect(await complaint(["--data", folder, "--target", "a"])).toMatch(/: expected a file, got a folder$/);
    expect(await complaint(["--data", join(folder, "no.csv"), "--target", "a"])).toMatch(/no\.csv: no such file$/);
  });
});

it("numbers that are too large are left out, or an error in the target", async () => {
  const large = text.replace(/^(\d+),(.*),(\d+)$/gm, "$1e199,$2,$3");
  const { code, read } = await run(["--data", fileWith(large), "--target", "price", "--epochs", "1"]);
  expect(code).toBe(0);
  expect(read("report.html")).toContain("has numbers that are too large to be standardised");
  expect(await fitting(large, "rooms")).toMatch(
    /: line 2 \(rooms\): expected a number that can be squared, got 1e\+199$/,
  );
});

describe("options that make no sense", () => {
  it.each([
    [["--target", "price"], /--target: expected --data with it/],
    [["--patience", "3"], /--patience: expected --data with it/],
    [
      ["--optimizer", "adagrad", "--momentum", "0.5"],
      /--momentum: expected an optimizer that has one, which adagrad is not/,
    ],
    [["--optimizer", "adadelta", "--rate", "1"], /--rate: expected an optimizer that has one, which adadelta is not/],
    [["--optimizer", "nag", "--momentum", "0"], /--momentum: expected a number above 0 for nag, got 0/],
    [["--optimizer", "best"], /'best' is invalid\. Allowed choices are sgd, nag, adam/],
    [["--encoding", "latin-9000"], /Expected the name of an encoding, as windows-1252/],
    [["--header", "yes"], /--header: expected --data with it/],
    [["--hidden", "0"], /Expected whole numbers from 1 to 10000/],
    [["--held-out", "1"], /Expected a number above 0 and below 1/],
    [["--nonsense"], /unknown option '--nonsense'/],
    [["houses.csv"], /expected one of the commands fit, predict, evaluate, got "houses.csv"/],
  ])("%j", async (args, message) => {
    expect(await complaint(args, 2)).toMatch(message);
  });

  it("no target, with the columns that there are", async () => {
    expect(await complaint(["--data", fileWith(text)], 2)).toMatch(
      /--target: expected one of the columns "rooms", "district", "id", "price"$/,
    );
  });

  it("a curve of what is no input of numbers", async () => {
    const path = fileWith(text);
    expect(await complaint(["--data", path, "--target", "price", "--curve", "district"], 2)).toMatch(
      /--curve: expected an input of numbers \("rooms"\), got "district"$/,
    );
  });

  it("patience without rows to look at", async () => {
    const args = ["--data", fileWith(text), "--target", "price", "--validation", "0", "--patience", "3"];
    expect(await complaint(args, 2)).toMatch(/--patience: expected a --validation above 0/);
  });
});

it("a loss that is no number any more ends in one line, and leaves earlier results", async () => {
  const out = temporaryFolder();
  writeFileSync(join(out, "model.json"), "earlier");
  const { code, terminal } = await run(["--rate", "1000"], { out });
  expect(code).toBe(1);
  expect(terminal.stderr.text).toMatch(
    /^rushlight-regression: the loss became (NaN|Infinity) in epoch \d+: .* try a smaller --rate\n$/,
  );
  expect(readFileSync(join(out, "model.json"), "utf8")).toBe("earlier");
  expect(existsSync(join(out, "report.html"))).toBe(false);
});
