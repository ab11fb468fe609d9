import { ArgumentError } from "@rushlight/tensor";
import { csv } from "./csv.ts";
import { jsonl } from "./jsonl.ts";
import type { LogFormat } from "./LogFormat.ts";
import { tsv } from "./tsv.ts";

/** The formats of logs: columns between tabs, columns between commas, a JSON object in each line. */
export type LogFormatName = "tsv" | "csv" | "jsonl";

const formats: Readonly<Record<LogFormatName, LogFormat>> = { tsv, csv, jsonl };

/**
 * A format by its name, or by how the name of a file ends: `.csv`, `.jsonl`, and tsv for all others.
 *
 * @param owner what messages begin with
 * @throws ArgumentError for a format that does not exist
 */
export function formatOf(owner: string, name: LogFormatName | undefined, file: string | undefined): LogFormat {
  if (name === undefined) return formats[formatOfFile(file)];
  if (Object.hasOwn(formats, name)) return formats[name];
  throw new ArgumentError(`${owner}: expected a format of ${Object.keys(formats).join(", ")}, got ${String(name)}`);
}

function formatOfFile(file: string | undefined): LogFormatName {
  if (file === undefined) return "tsv";
  return file.endsWith(".csv") ? "csv" : file.endsWith(".jsonl") ? "jsonl" : "tsv";
}
