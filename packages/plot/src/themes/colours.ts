/** Red, green and blue of a colour such as `#0268cd`, 0 to 255. */
export function channelsOf(colour: string): [number, number, number] {
  const bits = Number.parseInt(colour.slice(1), 16);
  return [bits >> 16, (bits >> 8) & 255, bits & 255];
}

/** The colour with these channels, 0 to 255, rounded. */
function colourOf(channels: readonly number[]): string {
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
}

/** The colour at `share`, 0 to 1, of the way from one to another. */
export function mixed(from: string, to: string, share: number): string {
  const end = channelsOf(to);
  return colourOf(channelsOf(from).map((channel, i) => channel + share * (end[i] - channel)));
}

/** The relative luminance of WCAG 2.2, 0 to 1. */
function luminance(colour: string): number {
  const [red, green, blue] = channelsOf(colour).map(linear);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of WCAG 2.2, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** Black or white, whichever is easier to read on a colour: the contrast is 4.58 to 1 or more on any. */
export function readableOn(colour: string): string {
  return contrast(colour, "#ffffff") >= contrast(colour, "#000000") ? "#ffffff" : "#000000";
}

function linear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
