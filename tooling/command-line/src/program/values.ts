import { InvalidArgumentError } from "commander";

/** Where a number has to be. */
export interface NumberRange {
  /** The number is larger than this. */
  readonly above?: number;
  /** The number is at least this. */
  readonly from?: number;
  /** The number is at most this. */
  readonly to?: number;
  /** The number is smaller than this. */
  readonly below?: number;
}

/** Reads a whole number of a range, both ends included: the third argument of `.option()`. */
export function wholeNumber(from: number, to: number = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= from && value <= to) return value;
    const range = to === Number.MAX_SAFE_INTEGER ? `of at least ${from}` : `from ${from} to ${to}`;
    throw new InvalidArgumentError(`Expected a whole number ${range}.`);
  };
}

/** Reads whole numbers of a range, written as `128,64`. */
export function wholeNumbers(from: number, to: number): (text: string) => readonly number[] {
  const read = wholeNumber(from, to);
  return (text) => {
    try {
      return text.split(",").map((part) => read(part.trim()));
    } catch {
      throw new InvalidArgumentError(`Expected whole numbers from ${from} to ${to} with commas between, as 128,64.`);
    }
  };
}

/** Reads a number of a range. */
export function realNumber(range: NumberRange = {}): (text: string) => number {
  const { above = -Infinity, from = -Infinity, to = Infinity, below = Infinity } = range;
  return (text) => {
    const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
    if (Number.isFinite(value) && value > above && value >= from && value <= to && value < below) return value;
    throw new InvalidArgumentError(`Expected a number${rangeText(range)}.`);
  };
}

/**
 * Reads the name of a file or folder, which may be any but empty. One that begins with `-` is most often the next option:
 * the name was forgotten.
 */
export function pathName(kind: "file" | "folder"): (text: string) => string {
  return (text) => {
    if (text.startsWith("-")) throw new InvalidArgumentError(`Expected the name of a ${kind}; ./${text} is one.`);
    if (text === "") throw new InvalidArgumentError(`Expected the name of a ${kind}.`);
    return text;
  };
}

function rangeText({ above, from, to, below }: NumberRange): string {
  const ends = [
    above === undefined ? "" : ` above ${above}`,
    from === undefined ? "" : ` from ${from}`,
    to === undefined ? "" : ` to ${to}`,
    below === undefined ? "" : ` below ${below}`,
  ];
  return ends.filter((end) => end !== "").join(" and");
}
