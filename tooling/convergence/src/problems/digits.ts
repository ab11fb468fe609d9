import type { LabelledImages } from "@rushlight/data/node";
import { Tensor } from "@rushlight/tensor";
import type { Problem } from "./Problem.ts";

const [POSITIVE, NEGATIVE] = [3, 8];
const PENALTY = 1e-3;

/** Logistic regression that tells images of a 3 from those of an 8, on all of them at once. */
export function digits({ images, labels }: LabelledImages): Problem {
  const rows = signedRows({ images, labels });
  const columns = rows.t();
  const [count, size] = rows.size();
  const margins = vector(count);
  const losses = vector(count);
  const gradient = vector(size);
  return {
    name: "digits",
    title: "Logistic regression on digits",
    description:
      `The 3s against the 8s of MNIST, all ${count} training images at once, in float32: the mean of ln(1 + exp(−s·(w·p + b))) with pixels p\n` +
      "from 0 to 1 and s = 1 for a 3, −1 for an 8, plus 0.0005·(‖w‖² + b²), which gives it a minimum. From w = 0, b = 0.",
    target: 0.106,
    limit: 1000,
    start: () => vector(size).zero(),
    evaluate(x) {
      margins.addmv(0, 1, rows, x);
      const loss = logistic(margins, losses) + (PENALTY / 2) * x.dot(x);
      // The derivative of ln(1 + exp(−m)) is −1/(1 + exp(m)).
      gradient.copy(x).addmv(PENALTY, -1 / count, columns, margins.mul(-1).sigmoid());
      return [loss, gradient];
    },
  };
}

/** The mean of ln(1 + exp(−m)), which is max(−m, 0) + ln(1 + exp(−|m|)): that does not overflow. */
function logistic(margins: Tensor, buffer: Tensor): number {
  const linear = -buffer.copy(margins).cmin(0).mean();
  return linear + buffer.copy(margins).abs().mul(-1).exp().log1p().mean();
}

function vector(size: number): Tensor {
  return new Tensor([size], { dtype: "float32", resident: true });
}

/** A row for each image of the two classes: its pixels and a 1 for the bias, with the sign of its class. */
function signedRows({ images, labels }: LabelledImages): Tensor {
  const classes = labels.data;
  const chosen = [...classes.keys()].filter((i) => classes[i] === POSITIVE || classes[i] === NEGATIVE);
  const pixels = images.nElement() / images.size(0);
  const rows = new Tensor([chosen.length, pixels + 1], { dtype: "float32", resident: true });
  for (const [i, image] of chosen.entries()) {
    const row = rows.select(0, i);
    row.narrow(0, 0, pixels).copy(images.select(0, image).view(pixels)).div(255);
    row.narrow(0, pixels, 1).fill(1);
    if (classes[image] === NEGATIVE) row.mul(-1);
  }
  return rows;
}
