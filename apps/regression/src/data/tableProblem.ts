import { count, counted, OptionError } from "@rushlight/command-line";
import { type CsvOptions, type CsvTable, DataError } from "@rushlight/data/csv";
import { readCsv, readCsvRows } from "@rushlight/data/node";
import type { FitOptions } from "../commands/FitOptions.ts";
import { type ShippedTable, shippedTables } from "../shippedTables.ts";
import type { CsvSettings, Problem } from "./Problem.ts";
import { splitRows } from "./splitRows.ts";

const HELD_OUT = 0.2;
const VALIDATION = 0.2;
const LARGEST_TARGET = 1e150;

/**
 * The problem of predicting a column of a CSV file from the others.
 *
 * @param data the path of the file, or the name of a table that comes along
 * @throws OptionError when no target is named
 * @throws DataError when the file can not be used
 */
export async function tableProblem(data: string, options: FitOptions): Promise<Problem> {
  const shipped = Object.hasOwn(shippedTables, data) ? shippedTables[data] : undefined;
  const path = shipped?.path ?? data;
  const { text = [], ignore = [] } = options;
  const csv = csvSettings(options, shipped);
  const target = options.target ?? shipped?.target ?? (await noTarget(path, csv));
  const types: CsvOptions["types"] = {
    // What is ignored need not make sense.
    ...Object.fromEntries([...text, ...ignore].map((name) => [name, "text"] as const)),
    [target]: "number",
  };
  const name = shipped === undefined ? path : data;
  const table = await readFor(target, () =>
    readCsv(path, { ...csv, name, types, rows: options.rows, seed: options.seed }),
  );
  const { rows, notes } = rowsWith(table, target);
  const shares = { heldOut: options.heldOut ?? HELD_OUT, validation: options.validation ?? VALIDATION };
  const split = splitRows(name, rows, shares, options.seed);
  checkTarget(table, target, rows);
  return {
    name,
    table,
    target,
    inputs: table.names.filter((column) => column !== target && !ignore.includes(column)),
    split,
    heldOutName: "held-out rows",
    standardised: true,
    csv,
    notes,
  };
}

function csvSettings(
  { delimiter, encoding, header, missing, decimal }: FitOptions,
  shipped?: ShippedTable,
): CsvSettings {
  return {
    delimiter,
    encoding,
    header: header === undefined ? undefined : header === "yes",
    decimal,
    missing: missing ?? shipped?.missing,
  };
}

/** The rows that have a number in the target, and what there is to say about the others. */
function rowsWith(
  table: CsvTable,
  target: string,
): { readonly rows: readonly number[]; readonly notes: readonly string[] } {
  const values = table.numbers(target);
  const rows = Array.from(values.keys()).filter((row) => !Number.isNaN(values[row]));
  const notes: string[] = [];
  if (table.rowsRead > table.length) {
    notes.push(`a random sample of ${count(table.length)} of ${count(table.rowsRead)} rows; --rows takes more`);
  }
  const missing = table.length - rows.length;
  if (missing > 0) notes.push(`${counted(missing, "row")} without a target left out`);
  return { rows, notes };
}

function checkTarget(table: CsvTable, target: string, rows: readonly number[]): void {
  const values = table.numbers(target);
  const large = rows.find((row) => Math.abs(values[row]) > LARGEST_TARGET);
  if (large !== undefined) {
    throw new DataError(
      `${table.name}: line ${table.lines[large]} (${target}): expected a number that can be squared, got ${values[large]}`,
    );
  }
  const [first] = rows;
  if (rows.some((row) => values[row] !== values[first])) return;
  throw new DataError(
    `${table.name}: expected different numbers in the target ${JSON.stringify(target)}, got ${values[first]} in all rows`,
  );
}

async function noTarget(path: string, csv: CsvSettings): Promise<never> {
  const { delimiter, encoding, header } = csv;
  for await (const { names } of readCsvRows(path, { delimiter, encoding, header })) {
    throw new OptionError(
      `--target: expected one of the columns ${names.map((name) => JSON.stringify(name)).join(", ")}`,
    );
  }
  throw new OptionError("--target: expected the name of a column");
}

/** Reads a table; an error about a number tells which options are for that. */
export async function readFor(target: string, read: () => Promise<CsvTable>): Promise<CsvTable> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof DataError) || !error.message.includes(": expected a number, got ")) throw error;
    const advice = error.message.includes(` (${target}): `)
      ? "a target has numbers; --missing tells what stands for no value"
      : "--text reads the column as text, --missing tells what stands for no value";
    throw new DataError(`${error.message} (${advice})`, { cause: error });
  }
}
