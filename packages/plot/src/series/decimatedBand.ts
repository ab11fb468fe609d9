import type { BandPoint } from "./BandPoint.ts";

/** The most points that are drawn of one band. */
const BAND_LIMIT = 1000;

/**
 * The points of a band that are drawn: all, or of more than 1,000 one for each stretch with equally many, as low as the lowest and as
 * high as the highest in it. The first and the last stay where they are along x.
 */
export function decimatedBand(points: readonly BandPoint[]): readonly BandPoint[] {
  if (points.length <= BAND_LIMIT) return points;
  return Array.from({ length: BAND_LIMIT }, (_, i) => {
    const [start, end] = [i, i + 1].map((edge) => Math.floor((edge * points.length) / BAND_LIMIT));
    const stretch = points.slice(start, end);
    const place = i === 0 ? 0 : i === BAND_LIMIT - 1 ? stretch.length - 1 : stretch.length >> 1;
    return {
      x: stretch[place].x,
      low: Math.min(...stretch.map(({ low }) => low)),
      high: Math.max(...stretch.map(({ high }) => high)),
    };
  });
}
