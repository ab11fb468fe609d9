import { ArgumentError, checkOptions, shown } from "@rushlight/tensor";
import { checkText } from "../checks/checkText.ts";
import type { AxisOptions } from "./AxisOptions.ts";

const SCALES = ["linear", "log", "symlog"];
const FORMAT = /^(?:(.)?[<>=^])?[+\-( ]?[$#]?0?\d*,?(?:\.\d+)?~?[a-zA-Z%]?$/;

/**
 * Checks what an axis is to be.
 *
 * @param owner what messages call it, such as `lineChart: x`
 * @throws ArgumentError for what makes no sense
 */
export function checkAxis(owner: string, options: AxisOptions): void {
  checkOptions(owner, options, ["title", "scale", "zero", "from", "to", "format"]);
  const { title, scale = "linear", zero = false, from, to, format } = options;
  checkText(`${owner}: title`, title);
  if (!SCALES.includes(scale)) {
    throw new ArgumentError(`${owner}: expected a scale of ${SCALES.join(", ")}, got ${shown(scale)}`);
  }
  if (typeof zero !== "boolean") throw new ArgumentError(`${owner}: expected zero true or false, got ${shown(zero)}`);
  for (const [name, end] of Object.entries({ from, to })) {
    if (end !== undefined && !(Number.isFinite(end) && (scale !== "log" || end > 0))) {
      const kind = scale === "log" ? "a number above 0" : "a finite number";
      throw new ArgumentError(`${owner}: expected ${kind} for ${name}, got ${shown(end)}`);
    }
  }
  if (from !== undefined && to !== undefined && from >= to) {
    throw new ArgumentError(`${owner}: expected from below to, got ${from} and ${to}`);
  }
  if (format !== undefined && !(typeof format === "string" && FORMAT.test(format))) {
    throw new ArgumentError(`${owner}: expected a format of d3-format such as ".2f", got ${shown(format)}`);
  }
}
