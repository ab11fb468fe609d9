// The words that the threads of a pool share. Those that different threads write lie in cache lines of their own.

/**
 * Which job is open, and in its low bits ({@link PARTS}) how many of its parts nobody has claimed. Whoever lowers it by one
 * has claimed the part whose number the low bits then tell.
 */
export const OPEN = 0;
/** How many parts of the job workers have done. */
export const DONE = 16;
/** How many workers sleep until {@link OPEN} changes. */
export const SLEEPING = 32;
/** 1 while the main thread sleeps until {@link DONE} changes. */
export const WAITING = 48;
/** The kernel of the job, by its place among the exports. */
export const KERNEL = 64;
/** Up to which entry workers are to leave their loop: one that was about to enter it does not stay either. */
export const STOPPED = 65;
/** 1 + the number of the worker whose kernel threw; 0 when none has. */
export const FAILED = 66;
/** How many characters its message has. */
export const MESSAGE_LENGTH = 67;
/** Its message, a character in each word. */
export const MESSAGE = 68;
/** The most characters of a message. */
export const LONGEST_MESSAGE = 188;
const WORDS = 256;

/** The bits of {@link OPEN} that count parts, and with all of them set the most parts of a job. */
export const PARTS = 63;
/** Room for the operands of a part: no kernel has more. */
export const OPERANDS = 16;

/** Behind the words: the operands of each part, and what each part gave. */
export const CONTROL_BYTES: number = WORDS * 4 + PARTS * (OPERANDS + 1) * 8;

/** What threads share, as one of them sees it. */
export interface Control {
  readonly words: Int32Array;
  /** Operand i of part p is at `p · OPERANDS + i`. */
  readonly operands: Float64Array;
  readonly results: Float64Array;
}

/** The control at an address of shared memory. */
export function controlAt(buffer: ArrayBufferLike, address: number): Control {
  const operands = address + WORDS * 4;
  return {
    words: new Int32Array(buffer, address, WORDS),
    operands: new Float64Array(buffer, operands, PARTS * OPERANDS),
    results: new Float64Array(buffer, operands + PARTS * OPERANDS * 8, PARTS),
  };
}

/** {@link OPEN} for the job behind that of a word, without parts. It wraps around: threads compare it with what was a moment ago. */
export function nextSequence(open: number): number {
  return ((open & ~PARTS) + PARTS + 1) | 0;
}
