import { axisNumbers } from "../axes/numberFormat.ts";
import type { UnitLayer } from "../svg/VegaTypes.ts";
import { DIVERGING } from "../themes/diverging.ts";

/** A layer that draws nothing and has the scale of the colours beside the chart, under its name. */
export function scaleLayer(name: string, limit: number, height: number): UnitLayer {
  return {
    data: { values: [] },
    mark: { type: "point", opacity: 1 },
    encoding: {
      fill: {
        field: "weight",
        type: "quantitative",
        scale: {
          domain: [-1, -0.5, 0, 0.5, 1].map((share) => share * limit),
          range: [...DIVERGING],
          interpolate: "rgb",
        },
        legend: {
          title: name,
          type: "gradient",
          orient: "right",
          offset: 16,
          gradientLength: Math.max(40, Math.min(height, 160)),
          gradientThickness: 12,
          gradientOpacity: 1,
          labelOffset: 6,
          values: [-limit, 0, limit],
          ...axisNumbers(limit, 2),
        },
      },
    },
  };
}
