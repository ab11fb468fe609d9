import type { Backend, BackendPart } from "@rushlight/tensor";

/** The functions that were made on engines. */
const made = new WeakSet<object>();

/** Notes functions that were made on an engine. */
export function noteFunctions(family: object): void {
  const functions: readonly unknown[] = Object.values(family);
  for (const each of functions) if (typeof each === "function") made.add(each);
}

/** The functions of a backend that were not made on an engine: those of what extends it, and plain ones. */
export function otherFunctions(backend: Backend): BackendPart {
  return {
    matrix: others(backend.matrix),
    map: others(backend.map),
    zip: others(backend.zip),
    compareScalar: others(backend.compareScalar),
    compare: others(backend.compare),
    reduce: others(backend.reduce),
    rows: others(backend.rows),
    chosenRows: others(backend.chosenRows),
    columns: others(backend.columns),
    channels: others(backend.channels),
    steps: others(backend.steps),
    windows: others(backend.windows),
  };
}

function others<F extends object>(family: F): Partial<F> {
  const found: Partial<F> = { ...family };
  for (const name in found) {
    const each = found[name];
    if (typeof each === "function" && made.has(each)) Reflect.deleteProperty(found, name);
  }
  return found;
}
