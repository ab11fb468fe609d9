import type { LogFormat, ParsedLog } from "./formats/LogFormat.ts";
import { nodeModules } from "./nodeModules.ts";

/**
 * Makes a log file empty, and the folders that it is in; or goes on with one, behind its last whole row.
 *
 * @param append whether to go on with a file that is there
 * @param accept takes what that file holds, before it is changed
 * @returns what writes a line, in one go: when it returns, the line is with the operating system, whatever becomes of the
 * program
 * @throws ArgumentError where there is no Node
 * @throws LogError for a file of another form, which is left as it is
 */
export function openLogFile(
  file: string,
  format: LogFormat,
  append: boolean,
  accept: (earlier: ParsedLog) => void,
): (line: string) => void {
  const node = nodeModules("Logger", file);
  const files = node.getBuiltinModule("node:fs");
  if (append && files.existsSync(file)) {
    const text = files.readFileSync(file, "utf8");
    const earlier = format.parse(text, file);
    accept(earlier);
    const { Buffer } = node.getBuiltinModule("node:buffer");
    if (earlier.end < text.length) files.truncateSync(file, Buffer.byteLength(text.slice(0, earlier.end)));
  } else {
    files.mkdirSync(node.getBuiltinModule("node:path").dirname(file), { recursive: true });
    files.writeFileSync(file, "");
  }
  return (line) => files.appendFileSync(file, `${line}\n`);
}

/** A file's name with a local time before its ending: `train.csv` as `train-2026_11_27_13-45-09.csv`. */
export function stampedName(file: string, time: Date): string {
  const ending = nodeModules("Logger", file).getBuiltinModule("node:path").extname(file);
  const day = [time.getFullYear(), time.getMonth() + 1, time.getDate()].map(twoDigits).join("_");
  const clock = [time.getHours(), time.getMinutes(), time.getSeconds()].map(twoDigits).join("-");
  return `${file.slice(0, file.length - ending.length)}-${day}_${clock}${ending}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
