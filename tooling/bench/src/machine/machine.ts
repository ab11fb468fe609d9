import { readFileSync } from "node:fs";
import { availableParallelism, cpus, release, totalmem, type } from "node:os";

/** A name and what it stands for. */
export type Entry = readonly [name: string, value: string];

/** What changes how fast the systems compute, and is passed on to them as it is. */
const variables = /^(OPENBLAS|OMP|GOMP|MKL|GOTO|BLIS|VECLIB|RUSHLIGHT)_/;

/** What the figures were measured on. */
export function machine(environment: NodeJS.ProcessEnv = process.env): Entry[] {
  const { node, v8 } = process.versions;
  return [
    ["Processor", `${cpus().at(0)?.model.trim() ?? "unknown"}, ${availableParallelism()} cores`],
    ["Memory", `${Math.round(totalmem() / 2 ** 30)} GiB`],
    ["System", `${distribution() ?? type()}, kernel ${release()}, ${process.arch}`],
    ["Node", `${node}, V8 ${v8}`],
    ["Environment", environmentOf(environment)],
  ];
}

function environmentOf(environment: NodeJS.ProcessEnv): string {
  const set = Object.keys(environment)
    .filter((name) => variables.test(name))
    .sort();
  return set.length === 0 ? "nothing set" : set.map((name) => `${name}=${environment[name]}`).join(", ");
}

/** The name that a Linux distribution gives itself. */
function distribution(): string | undefined {
  try {
    return /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync("/etc/os-release", "utf8"))?.[1];
  } catch {
    return undefined;
  }
}
