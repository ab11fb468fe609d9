import { channelsOf } from "./colours.ts";

/**
 * Colours from -1 to 1 in equal steps: orange below 0, white at 0, blue above. People with any kind of colour blindness tell the
 * sides apart; no side is lighter than the other.
 */
export const DIVERGING: readonly string[] = ["#7f3300", "#e08a3c", "#f7f7f7", "#5b9fd6", "#073d75"];

/** Red, green and blue for a number from -1 to 1; what is beyond is cut to that. */
export function divergingChannels(value: number): [number, number, number] {
  const place = ((Math.min(1, Math.max(-1, value)) + 1) / 2) * (DIVERGING.length - 1);
  const below = Math.min(DIVERGING.length - 2, Math.floor(place));
  const [from, to] = [channelsOf(DIVERGING[below]), channelsOf(DIVERGING[below + 1])];
  const mix = (i: 0 | 1 | 2): number => Math.round(from[i] + (place - below) * (to[i] - from[i]));
  return [mix(0), mix(1), mix(2)];
}
