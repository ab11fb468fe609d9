import * as nn from "@rushlight/nn";
import { randn } from "@rushlight/tensor";
import type { Page } from "../lesson/Page.ts";
import { decimals } from "../lesson/print.ts";

/** Functions of single elements, and one of a whole row. */
export function transferFunctions(page: Page): void {
  page.heading("Transfer functions");
  page.say(`Between two linear layers there has to be something that is not linear, or the two would be one. Most
    transfer functions look at one element at a time; LogSoftMax looks at a whole row, and gives the logarithms of
    probabilities.`);
  const x = randn(5);
  page.show("x = randn(5)", x);
  page.exact(
    "Sigmoid",
    decimals(new nn.Sigmoid().forward(x)),
    "0.6790 0.5264 0.6779 0.6240 0.5938",
  );
  page.exact(
    "LogSoftMax",
    decimals(new nn.LogSoftMax().forward(x)),
    "-1.3853 -2.0289 -1.3905 -1.6280 -1.7545",
  );
  page.exact(
    "Tanh",
    decimals(new nn.Tanh().forward(x)),
    "0.6346 0.1051 0.6315 0.4672 0.3626",
  );
  page.exact(
    "ReLU",
    decimals(new nn.ReLU().forward(x)),
    "0.7491 0.1055 0.7440 0.5065 0.3799",
  );
}
