/** The bits of the dots in a cell of braille, by row and column. */
const BRAILLE = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
];

/** What is drawn on a canvas: its series, and whether a cell has dots of its own or one character. */
interface Cell {
  series: number;
  bits: number;
}

/**
 * A grid of characters to draw on. A cell has eight dots of braille, or one character that says which series is there; where several
 * meet, the last is seen.
 */
export class DotCanvas {
  /** In dots. */
  readonly width: number;
  /** In dots. */
  readonly height: number;
  readonly #cells: (Cell | undefined)[][];
  readonly #braille: boolean;

  /**
   * @param columns in characters
   * @param rows in characters
   * @param braille whether cells have dots of their own
   */
  constructor(columns: number, rows: number, braille: boolean) {
    this.#braille = braille;
    this.width = columns * (braille ? 2 : 1);
    this.height = rows * (braille ? 4 : 1);
    this.#cells = Array.from({ length: rows }, () => Array.from({ length: columns }, () => undefined));
  }

  /** Sets the dot nearest to a place, 0 to 1 from the left and from below; what is outside is left out. */
  point(x: number, y: number, series: number): void {
    this.#set(this.#column(x), this.#row(y), series);
  }

  /** Sets the dots on the line between two places. */
  line(from: readonly [number, number], to: readonly [number, number], series: number): void {
    const [x, y] = [this.#column(from[0]), this.#row(from[1])];
    const [dx, dy] = [this.#column(to[0]) - x, this.#row(to[1]) - y];
    // Beyond a few screens, the rest of a steep line is outside.
    const steps = Math.min(100_000, Math.max(1, Math.abs(dx), Math.abs(dy)));
    for (let i = 0; i <= steps; i++)
      this.#set(Math.round(x + (i * dx) / steps), Math.round(y + (i * dy) / steps), series);
  }

  /** The lines from the top, each made of stretches of one series, as a function draws them; what is empty is spaces. */
  lines(draw: (text: string, series: number) => string, markers: readonly string[]): string[] {
    return this.#cells.map((row) => {
      const stretches: { text: string; series: number | undefined }[] = [];
      for (const cell of row) {
        const text = this.#text(cell, markers);
        const last = stretches.at(-1);
        if (last !== undefined && last.series === cell?.series) last.text += text;
        else stretches.push({ text, series: cell?.series });
      }
      return stretches.map(({ text, series }) => (series === undefined ? text : draw(text, series))).join("");
    });
  }

  #text(cell: Cell | undefined, markers: readonly string[]): string {
    if (cell === undefined) return " ";
    return this.#braille ? String.fromCharCode(0x2800 + cell.bits) : (markers[cell.series % markers.length] ?? " ");
  }

  #column(x: number): number {
    return Math.round(x * (this.width - 1));
  }

  #row(y: number): number {
    return Math.round((1 - y) * (this.height - 1));
  }

  #set(column: number, row: number, series: number): void {
    if (!(column >= 0 && column < this.width && row >= 0 && row < this.height)) return;
    const [across, down] = this.#braille ? [2, 4] : [1, 1];
    const cells = this.#cells[Math.floor(row / down)];
    const before = cells[Math.floor(column / across)];
    const bit = BRAILLE[row % 4][column % 2];
    cells[Math.floor(column / across)] = { series, bits: (before?.bits ?? 0) | bit };
  }
}
