import { pathToFileURL } from "node:url";

/** What there is in CommonJS, which bundlers make of modules on demand; `import.meta.url` is undefined there. */
declare const __filename: string | undefined;

/** The address of a file that workers are started with: it lies beside this package's entry, in sources and builds alike. */
export function workerFile(name: "kernelLoop" | "mapper" | "replica"): string {
  const here = thisFile();
  // Sources import each other as `.ts`, what is built as `.js`.
  return new URL(here.endsWith(".ts") ? `../${name}.ts` : `./${name}.js`, here).href;
}

function thisFile(): string {
  const url: string | undefined = import.meta.url;
  return url ?? (typeof __filename === "string" ? pathToFileURL(__filename).href : "");
}
