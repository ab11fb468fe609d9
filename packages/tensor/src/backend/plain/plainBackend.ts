import type { Backend } from "../Backend.ts";
import { plainChannels } from "./channels.ts";
import { plainChosenRows } from "./chosenRows.ts";
import { plainColumns } from "./columns.ts";
import { plainCompare, plainCompareScalar } from "./compare.ts";
import { plainMap } from "./map.ts";
import { plainMatrix } from "./matrix.ts";
import { plainReduce } from "./reduce.ts";
import { plainRows } from "./rows.ts";
import { plainSteps } from "./steps.ts";
import { plainWindows } from "./windows/windows.ts";
import { plainZip } from "./zip.ts";

/**
 * The complete backend in TypeScript: readable, portable, and the oracle for every other one.
 */
export const plainBackend: Backend = {
  name: "plain",
  matrix: plainMatrix,
  map: plainMap,
  zip: plainZip,
  compareScalar: plainCompareScalar,
  compare: plainCompare,
  reduce: plainReduce,
  rows: plainRows,
  chosenRows: plainChosenRows,
  columns: plainColumns,
  channels: plainChannels,
  windows: plainWindows,
  steps: plainSteps,
};
