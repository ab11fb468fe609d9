import type { AnyModule } from "../module/Module.ts";

const TAB = "  ";

/** A chain of modules as Torch prints it, counted from 0. */
export function printChain(name: string, modules: readonly AnyModule[]): string {
  const chain = ["input", ...modules.map((_, i) => `(${i})`), "output"].join(" -> ");
  const lines = modules.map((module, i) => `${TAB}(${i}): ${indent(module, TAB)}`);
  return [`${name} {`, `${TAB}[${chain}]`, ...lines, "}"].join("\n");
}

/** Modules side by side as Torch prints them, counted from 0. */
export function printBranches(name: string, modules: readonly AnyModule[]): string {
  const lines = modules.map((module, i) => {
    const last = i === modules.length - 1;
    const marker = last ? "   `-> " : "  |`-> ";
    return `${TAB}${marker}(${i}): ${indent(module, TAB + (last ? "       " : "  |    "))}`;
  });
  return [`${name} {`, `${TAB}input`, ...lines, `${TAB}   ... -> output`, "}"].join("\n");
}

function indent(module: AnyModule, prefix: string): string {
  return String(module).replaceAll("\n", `\n${prefix}`);
}
