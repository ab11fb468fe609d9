import { shortName } from "./shortName.ts";

/** What Vega-Lite has to know of an axis of names so that it writes long ones short. */
export function nameLabels(names: readonly string[]): { labelExpr?: string } {
  const short = names.map(shortName);
  if (short.every((name, i) => name === names[i])) return {};
  return { labelExpr: `${JSON.stringify(short)}[indexof(${JSON.stringify(names)}, datum.value)]` };
}
