import { polyinterp } from "@rushlight/optim";
import { compare } from "../../../compare/compare.ts";
import type { Fields } from "../../../fixtures/Fields.ts";
import { FixtureError } from "../../../fixtures/FixtureError.ts";
import { LuaTensor, type LuaValue } from "../../../fixtures/values.ts";

/** The place where an interpolating polynomial has its minimum. */
export function replayPolyinterp(fixture: Fields): string[] {
  const { size, data } = fixture.required("points", fixture.tensor("points"));
  const points = Array.from({ length: size[0] }, (_, i) => [data[3 * i], data[3 * i + 1], data[3 * i + 2]] as const);
  const [xmin, xmax] = boundsIn(fixture.value("bounds"), fixture.where);
  const result = fixture.required("result", fixture.number("result"));
  return compare("result", result, polyinterp(points, xmin, xmax).position);
}

/** The bounds, or none. */
function boundsIn(bounds: LuaValue | undefined, where: string): readonly (number | undefined)[] {
  const pair = bounds instanceof LuaTensor ? bounds.data : (bounds ?? []);
  if (Array.isArray(pair) && pair.every((bound) => typeof bound === "number")) return pair;
  throw new FixtureError(`${where}, bounds`, "expected two numbers");
}
