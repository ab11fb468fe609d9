import { ArgumentError, checkOptions, shown } from "@rushlight/tensor";
import type { CsvFormat, CsvMeaning, CsvOptions } from "./CsvOptions.ts";

const formatNames: readonly (keyof CsvFormat)[] = ["name", "delimiter", "header", "encoding"];
const meaningNames: readonly (keyof CsvMeaning)[] = ["types", "missing", "decimal", "columns", "rows", "seed"];

/** @throws ArgumentError for an option of {@link CsvFormat} that does not exist or makes no sense */
export function checkFormat(owner: string, options: CsvFormat): void {
  checkOptions(owner, options, formatNames);
  checkFormatValues(owner, options);
}

/** @throws ArgumentError for an option of {@link CsvMeaning}, or `name`, that does not exist or makes no sense */
export function checkMeaning(owner: string, options: CsvMeaning & Pick<CsvFormat, "name">): void {
  checkOptions(owner, options, ["name", ...meaningNames]);
  checkMeaningValues(owner, options);
}

/** @throws ArgumentError for an option that does not exist or makes no sense */
export function checkCsvOptions(owner: string, options: CsvOptions): void {
  checkOptions(owner, options, [...formatNames, ...meaningNames]);
  checkFormatValues(owner, options);
  checkMeaningValues(owner, options);
}

function checkFormatValues(owner: string, { name, delimiter, header, encoding }: CsvFormat): void {
  expect(owner, "name", "a text", name, isText);
  expect(owner, "delimiter", '",", ";" or a tab', delimiter, (value) => isText(value) && /^[,;\t]$/.test(value));
  expect(owner, "header", "true or false", header, (value) => typeof value === "boolean");
  expect(owner, "encoding", "a text", encoding, isText);
}

function checkMeaningValues(owner: string, { types, missing, decimal, columns, rows, seed }: CsvMeaning): void {
  const isTypes = (value: object): boolean =>
    !Array.isArray(value) && Object.values(value).every((type) => type === "number" || type === "text");
  expect(owner, "types", '"number" or "text" by the name of a column', types, isTypes);
  expect(owner, "missing", "a list of texts", missing, isTexts);
  expect(owner, "decimal", '"." or ","', decimal, (value) => value === "." || value === ",");
  expect(owner, "columns", "a list of names, each once", columns, isSet);
  expect(owner, "rows", "a whole number from 1 up", rows, (value) => Number.isSafeInteger(value) && value >= 1);
  expect(owner, "seed", "a whole number from 0 up", seed, (value) => Number.isSafeInteger(value) && value >= 0);
}

function expect<T>(
  owner: string,
  option: string,
  kind: string,
  value: T | undefined,
  fits: (value: T) => boolean,
): void {
  if (value === undefined || fits(value)) return;
  throw new ArgumentError(`${owner}: expected ${option} to be ${kind}, got ${shown(value)}`);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function isSet(value: readonly string[]): boolean {
  return isTexts(value) && new Set(value).size === value.length && value.length > 0;
}
