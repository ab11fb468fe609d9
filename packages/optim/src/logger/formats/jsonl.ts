import { LogError } from "../LogError.ts";
import type { LogValue } from "../LogTable.ts";
import { formatNumber, type NumberFormat } from "../NumberFormat.ts";
import type { LogFormat } from "./LogFormat.ts";

/**
 * A JSON object in each line. JSON has no word for what is no finite number: NaN is written as null, and infinities as
 * 1e999 and -1e999, which JSON.parse reads as such.
 */
export const jsonl: LogFormat = {
  numbers: { notation: "shortest" },
  header: () => undefined,
  row: (names, values, numbers) =>
    `{${values.map((value, i) => `${JSON.stringify(names[i])}:${json(value, numbers[i])}`).join(",")}}`,
  parse: (text, source) => {
    const end = text.lastIndexOf("\n") + 1;
    const lines = text.slice(0, end).split("\n").slice(0, -1);
    const objects = lines.map((line, i) => parseObject(line, `${source}, row ${i + 1}`));
    const names = [...(objects[0]?.keys() ?? [])];
    const rows = objects.map((object, i) =>
      names.map((name) => {
        const value = object.get(name);
        if (value === undefined || object.size !== names.length) {
          const came = [...object.keys()].join(", ");
          throw new LogError(`${source}, row ${i + 1}: expected values for ${names.join(", ")}, got ${came}`);
        }
        return value;
      }),
    );
    return { names, rows, end };
  },
};

function json(value: LogValue, format: NumberFormat): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (Number.isNaN(value)) return "null";
  if (!Number.isFinite(value)) return value > 0 ? "1e999" : "-1e999";
  return formatNumber(value, format);
}

function parseObject(line: string, where: string): Map<string, LogValue> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch (cause) {
    throw new LogError(`${where}: expected a JSON object, got ${line}`, { cause });
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    throw new LogError(`${where}: expected a JSON object, got ${line}`);
  }
  return new Map(Object.entries(parsed).map(([name, value]) => [name, jsonValue(name, value, where)]));
}

function jsonValue(name: string, value: unknown, where: string): LogValue {
  if (value === null) return Number.NaN;
  if (typeof value === "number" || typeof value === "string") return value;
  throw new LogError(`${where}: expected a number, a text or null for ${name}, got ${JSON.stringify(value)}`);
}
