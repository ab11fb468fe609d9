/** The step lengths that are tried: 1, 2 and 5 times powers of ten, from 5 down to 0.0001. */
export const rates: readonly number[] = [1, 0.1, 0.01, 0.001, 0.0001].flatMap((power) =>
  // A quotient has no digits of rounding behind it.
  [5, 2, 1].map((digit) => digit / Math.round(1 / power)),
);
