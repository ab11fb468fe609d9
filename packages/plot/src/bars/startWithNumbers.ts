import { scaleLinear, scaleSymlog } from "d3-scale";
import type { AxisOptions } from "../axes/AxisOptions.ts";
import { textRoom } from "../svg/interWidths.ts";

/** The gap between the end of a bar and its number, and one before the number. */
const GAPS = 12;

/** An axis as it is without the numbers of its bars. */
export interface BarAxis {
  readonly scale: AxisOptions["scale"];
  readonly domain: readonly [number, number];
  /** In pixels. */
  readonly width: number;
}

/**
 * Where an axis has to start so that the numbers of bars to the left, which stand before their ends, lie on no name.
 *
 * @param values of the bars to the left
 * @param format of their numbers
 */
export function startWithNumbers(values: readonly number[], format: string, { scale, domain, width }: BarAxis): number {
  const written = scaleLinear().tickFormat(10, format);
  const widest = values.reduce((most, value) => Math.max(most, textRoom(written(value), 12, false)), 0);
  const room = Math.min(width / 2, widest + GAPS);
  const axis = scale === "symlog" ? scaleSymlog() : scaleLinear();
  return axis.domain(domain).range([room, width]).invert(0);
}
