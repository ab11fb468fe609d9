import * as nn from "@rushlight/nn";
import { manualSeed, type Tensor, tensor } from "@rushlight/tensor";
import type { Page } from "../lesson/Page.ts";
import { collate } from "./collate.ts";
import source from "./crossEntropy.ts?raw";
import type { Digits } from "./Digits.ts";
import { build } from "./network.ts";

/** Cross entropy, written out. */
export function crossEntropy(page: Page, train: Digits): void {
  page.heading("Cross entropy by hand");
  page.say(`Softmax turns scores into probabilities: exp(x) / Σ exp(x). Only their logarithm is needed, and the logarithm of a
    quotient is a difference: x - ln Σ exp(x). Taking the largest score off first changes nothing but keeps exp finite.`);
  page.code(source, "logSumExp", "logSoftMax");
  const large = tensor([[1000, 0]]);
  page.show(
    "ln Σ exp of 1000 and 0, without that",
    Math.log(Math.exp(1000) + Math.exp(0)),
  );
  page.exact(
    "ln Σ exp of 1000 and 0, with it",
    logSumExp(large).get(0, 0),
    1000,
  );

  page.say(
    "The loss is minus the log-probability of the right class, as a mean over the batch.",
  );
  page.code(source, "negativeLogLikelihood");
  manualSeed(page.seeds[0]);
  const network = build();
  const { input, target } = collate(
    Array.from({ length: 64 }, (_, index) => train.get(index)),
  );
  const scores = network.forward(input);
  const ours = negativeLogLikelihood(logSoftMax(scores), target);
  const criterion = new nn.CrossEntropyCriterion();
  const theirs = criterion.forward(scores, target);
  page.show(
    "by hand, by nn.CrossEntropyCriterion",
    `${ours.toFixed(6)} ${theirs.toFixed(6)}`,
  );
  page.range("cross entropy: by hand - library", Math.abs(ours - theirs), {
    to: 1e-5,
  });
  const twoSteps = new nn.ClassNLLCriterion().forward(
    new nn.LogSoftMax().forward(scores),
    target,
  );
  page.range(
    "LogSoftMax + ClassNLL - library",
    Math.abs(twoSteps - theirs),
    { to: 1e-5 },
  );

  page.say(
    "Its derivative with respect to the scores is the probabilities minus the one-hot targets, over the size of the batch.",
  );
  const rightOnes = new nn.OneHot(10).forward(target);
  const gradient = logSoftMax(scores)
    .exp()
    .csub(rightOnes)
    .div(scores.size(0));
  page.range(
    "its gradient: by hand - library",
    gradient.dist(criterion.backward(scores, target)),
    { to: 1e-5 },
  );
}

/** ln Σ exp(x) of each row: `[N, C] → [N, 1]`. */
function logSumExp(x: Tensor): Tensor {
  const [largest] = x.max(1);
  const shifted = x.clone().csub(largest.expandAs(x));
  return shifted.exp().sum(1).log().add(largest);
}

/** The logarithms of the probabilities: `[N, C] → [N, C]`. */
function logSoftMax(x: Tensor): Tensor {
  return x.clone().csub(logSumExp(x).expandAs(x));
}

/** The mean of −x[n, class of n]. */
function negativeLogLikelihood(
  logProbabilities: Tensor,
  target: Tensor<"int32">,
): number {
  const ofRightClass = logProbabilities.gather(
    1,
    target.view(target.size(0), 1),
  );
  return -ofRightClass.mean();
}
