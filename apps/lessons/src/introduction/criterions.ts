import * as nn from "@rushlight/nn";
import { randn, tensor, zeros } from "@rushlight/tensor";
import type { Page } from "../lesson/Page.ts";
import { decimals, shortest, significant } from "../lesson/print.ts";

/** How far an output is from what it should be, and where that derivative comes from that backward begins with. */
export function criterions(page: Page): void {
  page.heading("Criterions: how wrong, and in which direction");
  page.say(`A criterion compares an output with a target and gives one number, the loss. Its backward gives the derivative
    of the loss with respect to the output, which is the gradOutput that the backward of a network begins with.`);
  const mse = new nn.MSECriterion();
  const target = randn(3);
  const prediction = zeros(3);
  page.exact(
    "MSE of zeros(3) and randn(3)",
    significant(mse.forward(prediction, target), 14),
    "1.8225688302461",
  );
  page.say("That is a mean over the elements. Their sum is:");
  mse.sizeAverage = false;
  page.exact(
    "MSE with sizeAverage = false",
    significant(mse.forward(prediction, target), 14),
    "5.4677064907383",
  );
  page.exact(
    "MSE backward",
    decimals(mse.backward(prediction, target)),
    "2.3650 -1.6119 3.6986",
  );

  page.say(`For classes there is ClassNLL: minus the log-probability of the right class, averaged over the batch. Only the
    right classes have a derivative: make them likelier.`);
  const logProbabilities = new nn.LogSoftMax().forward(randn(2, 3));
  const classes = tensor([2, 0], { dtype: "int32" });
  const nll = new nn.ClassNLLCriterion();
  page.exact(
    "ClassNLL for classes 2, 0",
    significant(nll.forward(logProbabilities, classes), 14),
    "1.7028349644557",
  );
  page.exact(
    "ClassNLL backward, 2x3",
    shortest(nll.backward(logProbabilities, classes)),
    "0 0 -0.5 -0.5 0 0",
  );
}
