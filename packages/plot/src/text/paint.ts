/**
 * Colours of series by their numbers among the 256 of a terminal, in the order of the charts: at least 3 to 1 on black and on
 * white, since nobody knows what is behind.
 */
export const TERMINAL_SERIES: readonly number[] = [33, 166, 29, 169, 136, 99];

/** For what is right and what is wrong. */
export const TERMINAL_RIGHT = 33;
/** For what is right and what is wrong. */
export const TERMINAL_WRONG = 166;

/** Text in one of 256 colours, if a terminal shows colours. */
export function painted(text: string, colour: number | undefined, colours: boolean): string {
  return colours && colour !== undefined ? `\u001b[38;5;${colour}m${text}\u001b[39m` : text;
}
