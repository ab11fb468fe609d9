import * as nn from "@rushlight/nn";
import { tensor } from "@rushlight/tensor";
import type { Page } from "../lesson/Page.ts";

/** The loss of classification on three samples. */
export function crossEntropy(page: Page): void {
  page.heading("Cross entropy");
  page.say(`Three samples with scores for two classes, each with the higher score for the right one. Equal scores would cost
    ln 2 = 0.6931, a sure answer nothing.`);
  const scores = tensor(
    [
      [-1, 1],
      [-1, 1],
      [1, -1],
    ],
    { dtype: "float64" },
  );
  const classes = tensor([1, 1, 0], { dtype: "int32" });
  page.exact(
    "cross entropy",
    new nn.CrossEntropyCriterion().forward(scores, classes).toFixed(4),
    "0.1269",
  );
}
