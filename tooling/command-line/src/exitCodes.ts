/** The exit code of a program that could not do what it was asked for. */
export const FAILED = 1;

/** The exit code of a program whose command line makes no sense. */
export const MISUSED = 2;

/** The exit code of a program that was interrupted by Ctrl-C: 128 and the number of the signal. */
export const INTERRUPTED = 130;
