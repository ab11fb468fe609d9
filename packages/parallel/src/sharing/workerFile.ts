/** Sources import each other as `.ts`, what is built as `.js`. */
const extension = import.meta.url.endsWith(".ts") ? ".ts" : ".js";

/** The address of a file that workers are started with: it lies beside this package's entry, in sources and builds alike. */
export function workerFile(name: "kernelLoop" | "mapper" | "replica"): string {
  const folder = extension === ".ts" ? "../" : "./";
  return new URL(`${folder}${name}${extension}`, import.meta.url).href;
}
