export type { Grouped, GroupPlace, GroupSettings, ParameterGroup } from "./ParameterGroup.ts";
