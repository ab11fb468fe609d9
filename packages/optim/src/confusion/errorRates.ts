import { type Tensor, tensor } from "@rushlight/tensor";

const float64 = { dtype: "float64" } as const;

/** How often classes are missed, and how often others are taken for them: see {@link ConfusionMatrix.farFrr}. */
export interface ErrorRates {
  /** The false rejection rate of each class, `[classes]`; −1 for a class without samples. */
  readonly classFrrs: Tensor<"float64">;
  /** The false acceptance rate of each class, `[classes]`; −1 for a class without samples. */
  readonly classFars: Tensor<"float64">;
  /** {@link classFrrs} of the classes that have samples, in order. */
  readonly frrs: Tensor<"float64">;
  /** {@link classFars} of the classes that have samples, in order. */
  readonly fars: Tensor<"float64">;
}

/** The error rates of a matrix of counts, `[classes, classes]`, rows by what is true. */
export function errorRates(counts: Tensor<"int32">): ErrorRates {
  const classes = counts.size(0);
  const totals = Array.from({ length: classes }, (_, t) => counts.select(0, t).sum());
  const present = totals.flatMap((total, t) => (total > 0 ? [t] : []));
  const frrs = present.map((t) => 1 - counts.get(t, t) / totals[t]);
  const fars = present.map((t) => {
    const rates = present.filter((other) => other !== t).map((other) => counts.get(other, t) / totals[other]);
    return rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  });
  const everywhere = (rates: readonly number[]): number[] => totals.map((_, t) => rates[present.indexOf(t)] ?? -1);
  return {
    classFrrs: tensor(everywhere(frrs), float64),
    classFars: tensor(everywhere(fars), float64),
    frrs: tensor(frrs, float64),
    fars: tensor(fars, float64),
  };
}
