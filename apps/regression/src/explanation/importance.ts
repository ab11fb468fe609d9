import { RandomSampler } from "@rushlight/data";
import { Generator, type Tensor, tensor } from "@rushlight/tensor";
import { metricsOf } from "../evaluation/metrics.ts";
import type { RegressionModel } from "../model/RegressionModel.ts";

/** How often an input is shuffled. */
const SHUFFLES = 5;

/** The most numbers that the network is shown for one shuffle of each input, unless there are very few rows. */
const MOST_NUMBERS = 2 ** 26;
const FEWEST_ROWS = 200;

/** How much a model needs an input. */
export interface Importance {
  readonly input: string;
  /** How much larger the root mean squared error becomes when the input of another row is taken, on average. */
  readonly increase: number;
}

/**
 * How much a model needs each of its inputs, the one that it needs most first: L. Breiman, "Random forests", 2001, section 10.
 *
 * @param encoded rows that the model has not learned from; of very many, or very wide ones, some at equal distances are taken
 * @param truth what it should predict for them
 */
export function importances(
  model: RegressionModel,
  encoded: Tensor<"float64">,
  truth: Float64Array,
  seed: number,
): readonly Importance[] {
  const { inputs, width } = model.encoder;
  const most = Math.max(FEWEST_ROWS, Math.floor(MOST_NUMBERS / (inputs.length * width)));
  const step = Math.ceil(truth.length / most);
  if (step > 1) {
    const some = truth.filter((_, row) => row % step === 0);
    return importances(model, everyRow(encoded, step, some.length), some, seed);
  }
  const generator = new Generator(seed);
  const { rmse } = metricsOf(truth, model.predictEncoded(encoded));
  const rows = truth.length;
  return inputs
    .map(({ name }) => {
      const { from, length } = model.encoder.range(name);
      const columns = encoded.narrow(1, from, length);
      let sum = 0;
      for (let shuffle = 0; shuffle < SHUFFLES; shuffle++) {
        const shuffled = encoded.clone();
        const order = Int32Array.from(new RandomSampler(rows, { generator }));
        const target = shuffled.narrow(1, from, length);
        order.forEach((source, row) => {
          target.select(0, row).copy(columns.select(0, source));
        });
        sum += metricsOf(truth, model.predictEncoded(shuffled)).rmse - rmse;
      }
      return { input: name, increase: sum / SHUFFLES };
    })
    .sort((a, b) => b.increase - a.increase);
}

/** Rows 0, step, 2 step and so on. */
function everyRow(encoded: Tensor<"float64">, step: number, count: number): Tensor<"float64"> {
  const rows = Int32Array.from({ length: count }, (_, row) => row * step);
  return encoded.index(0, tensor(rows));
}
