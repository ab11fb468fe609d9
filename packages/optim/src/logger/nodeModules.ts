import { ArgumentError } from "@rushlight/tensor";

/** What is used of Node's modules. */
interface FileSystem {
  appendFileSync(file: string, text: string): void;
  existsSync(file: string): boolean;
  mkdirSync(folder: string, options: { recursive: true }): unknown;
  readFileSync(file: string, encoding: "utf8"): string;
  truncateSync(file: string, bytes: number): void;
  writeFileSync(file: string, text: string): void;
}

interface Paths {
  dirname(file: string): string;
  extname(file: string): string;
}

interface Buffers {
  readonly Buffer: { byteLength(text: string): number };
}

interface NodeModules {
  getBuiltinModule(name: "node:fs"): FileSystem;
  getBuiltinModule(name: "node:path"): Paths;
  getBuiltinModule(name: "node:buffer"): Buffers;
}

/**
 * Node's own modules. They are asked for when a file is, where bundlers do not see it: pages in browsers can load all the
 * rest.
 *
 * @param owner what messages begin with
 * @param file what is to be read or written
 * @throws ArgumentError where there is no Node
 */
export function nodeModules(owner: string, file: string): NodeModules {
  const process: unknown = Reflect.get(globalThis, "process");
  if (hasModules(process)) return process;
  throw new ArgumentError(`${owner}: expected Node 20.19 or later, which has files, for ${file}`);
}

function hasModules(value: unknown): value is NodeModules {
  return typeof value === "object" && value !== null && "getBuiltinModule" in value;
}
