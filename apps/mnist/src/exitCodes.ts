/** The exit code of a program that was interrupted by Ctrl-C: 128 and the number of the signal. */
export const INTERRUPTED = 130;
