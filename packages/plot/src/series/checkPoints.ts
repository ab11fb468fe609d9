import { ArgumentError, shown } from "@rushlight/tensor";
import { checkList } from "../checks/checkList.ts";

/**
 * Checks that each of a list has a finite `x`, and numbers under the other names, which may be NaN or infinite.
 *
 * @throws ArgumentError for anything else, naming the point
 */
export function checkPoints<K extends string>(
  owner: string,
  points: readonly ({ readonly x: number } & Readonly<Record<K, number>>)[],
  names: readonly K[],
): void {
  checkList(`${owner}s`, points);
  points.forEach((point: unknown, i) => {
    if (typeof point !== "object" || point === null) {
      throw new ArgumentError(`${owner} ${i}: expected { ${["x", ...names].join(", ")} }, got ${shown(point)}`);
    }
    const { x } = points[i];
    if (!Number.isFinite(x)) throw new ArgumentError(`${owner} ${i}: expected a finite x, got ${shown(x)}`);
    for (const name of names) {
      const value: unknown = points[i][name];
      if (typeof value !== "number")
        throw new ArgumentError(`${owner} ${i}: expected a number ${name}, got ${shown(value)}`);
    }
  });
}
