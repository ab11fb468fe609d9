import { Generator, isTensor } from "@rushlight/tensor";

/** The sources of random numbers in the fields of an object, and of all objects in those, in one order. */
export function generatorsIn(object: object): readonly Generator[] {
  const found: Generator[] = [];
  const seen = new Set<object>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (value instanceof Generator) found.push(value);
    else if (!isTensor(value) && !ArrayBuffer.isView(value)) {
      for (const key of Reflect.ownKeys(value)) visit(Reflect.get(value, key));
    }
  };
  visit(object);
  return found;
}
