import { checkOptions, shown } from "@rushlight/tensor";
import { checkList } from "../checks/checkList.ts";
import { checkNames } from "../checks/checkTitles.ts";
import { checkPoints } from "./checkPoints.ts";
import type { PointGroup } from "./PointGroup.ts";

/**
 * Checks groups of points and that each has a name of its own.
 *
 * @param owner what messages call them, such as `scatterChart: points`
 * @throws ArgumentError for what makes no sense, naming the group and the point
 */
export function checkGroups(owner: string, groups: readonly PointGroup[]): void {
  checkList(owner, groups, 1);
  for (const [i, group] of groups.entries()) {
    checkOptions(`${owner} ${i}`, group, ["name", "points"]);
    checkPoints(`${owner} ${i} (${shown(group.name)}): point`, group.points, ["y"]);
  }
  checkNames(
    owner,
    groups.map(({ name }) => name),
  );
}
