/** More than the evaluations of any problem: with it, one call goes on to the end. */
export const ENDLESS = 1_000_000;
