/** Vega-Lite's title: with a line below it for each text that there is. */
export function chartTitle(title: string, ...below: (string | undefined)[]): { text: string; subtitle?: string[] } {
  const subtitle = below.filter((text) => text !== undefined);
  return subtitle.length === 0 ? { text: title } : { text: title, subtitle };
}
