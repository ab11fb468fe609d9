import { ArgumentError } from "../errors/ArgumentError.ts";
import type { Size } from "../shape/size.ts";

/** Tells sizes that came one by one from one array of sizes followed by options. */
export function sizeAndOptions<Options extends object>(
  name: string,
  args: readonly unknown[],
): { size: Size; options: Options | undefined } {
  const [first, second] = args;
  if (Array.isArray(first) && first.every((extent) => typeof extent === "number")) {
    if (args.length > 2 || (second !== undefined && !isOptions<Options>(second))) {
      throw new ArgumentError(`${name}: expected options after the sizes, got ${String(second)}`);
    }
    return { size: first, options: second };
  }
  const size: number[] = [];
  for (const extent of args) {
    if (typeof extent !== "number") throw new ArgumentError(`${name}: expected sizes, got ${String(extent)}`);
    size.push(extent);
  }
  return { size, options: undefined };
}

function isOptions<Options extends object>(value: unknown): value is Options {
  return typeof value === "object" && value !== null;
}
