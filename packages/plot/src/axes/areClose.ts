/** Whether two ends of an axis are so close that there are no numbers to write between them. */
export function areClose(low: number, high: number): boolean {
  return high - low <= Math.max(1e-12 * Math.max(Math.abs(low), Math.abs(high)), 1e-290);
}

/** How far an axis that is about one number goes to its sides. */
export function marginAbout(value: number): number {
  return Math.abs(value) < 1e-280 ? 1 : Math.abs(value) / 10;
}
