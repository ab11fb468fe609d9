import { chartTitle } from "../chart/chartTitle.ts";
import { nameLabels } from "../names/nameLabels.ts";
import { shortName } from "../names/shortName.ts";
import { textRoom } from "../svg/interWidths.ts";
import { pixels } from "../svg/pixels.ts";
import type { LayeredSpec, PositionField, UnitLayer } from "../svg/VegaTypes.ts";
import type { Theme } from "../themes/Theme.ts";
import { type Confusion, countText, percentOf } from "./Confusion.ts";
import { cellsOf } from "./cellsOf.ts";

const SIZE = 12;
/** The width of the column with shares, and of the gap before it. */
const SHARES = 72;

/** The specification of the chart of a confusion matrix. */
export function confusionSpec(
  confusion: Confusion,
  { title, subtitle }: { title: string; subtitle: string },
  theme: Theme,
): LayeredSpec {
  const { classes } = confusion;
  const { cell, numbers } = cellSize(confusion);
  const side = classes.length * cell;
  const longest = Math.max(...classes.map((name) => textRoom(shortName(name), SIZE, false)));
  const colour = (field: string) => ({ field, type: "nominal", scale: null }) as const;
  const x = bandField("chosen", "taken for", classes, {
    labelAngle: longest <= cell ? 0 : -45,
    labelOverlap: !numbers,
  });
  const y = bandField("actual", "actual class", classes, { labelOverlap: !numbers });
  const text = { field: "text", type: "nominal" } as const;
  return {
    title: chartTitle(title, subtitle),
    width: side,
    height: side,
    data: { values: cellsOf(confusion, theme) },
    layer: [
      { mark: "rect", encoding: { x, y, fill: colour("fill") } },
      ...(numbers
        ? [{ mark: { type: "text", fontSize: SIZE }, encoding: { x, y, text, color: colour("ink") } } as const]
        : []),
      ...(numbers ? shareLayers(confusion, y, side + SHARES, theme) : []),
    ],
  };
}

/** As large as the longest number needs; with many classes, small and without numbers. */
function cellSize({ classes, counts }: Confusion): { cell: number; numbers: boolean } {
  const n = classes.length;
  if (n > 40) return { cell: Math.max(4, Math.floor(720 / n)), numbers: false };
  const widest = counts.flat().reduce((most, count) => Math.max(most, textRoom(countText(count), SIZE, false)), 0);
  return { cell: Math.max(n > 15 ? 26 : 40, Math.ceil(widest) + 10), numbers: true };
}

function bandField(field: string, title: string, classes: readonly string[], axis: object): PositionField {
  return {
    field,
    type: "nominal",
    title,
    scale: { type: "band", domain: [...classes], paddingInner: 0.04, paddingOuter: 0 },
    axis: { domain: false, ticks: false, titlePadding: 10, ...nameLabels(classes), ...axis },
  };
}

/** Right of the matrix, the share of each class that was recognised. */
function shareLayers(
  { classes, counts, totals }: Confusion,
  y: PositionField,
  right: number,
  theme: Theme,
): UnitLayer[] {
  const shares = classes.map((actual, i) => ({ actual, share: percentOf(counts[i][i], totals[i]) }));
  const mark = { type: "text", align: "right", fontSize: SIZE } as const;
  return [
    {
      data: { values: shares },
      mark: { ...mark, color: theme.text },
      encoding: { x: { value: right }, y, text: { field: "share", type: "nominal" } },
    },
    {
      data: { values: [{ text: "recognised", x: right, y: right - SHARES + 4 }] },
      mark: { ...mark, baseline: "top", color: theme.mutedText },
      encoding: { x: pixels("x"), y: pixels("y"), text: { field: "text", type: "nominal" } },
    },
  ];
}
