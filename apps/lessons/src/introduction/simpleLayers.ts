import * as nn from "@rushlight/nn";
import { type Tensor, tensor } from "@rushlight/tensor";
import type { Page } from "../lesson/Page.ts";
import { decimals, rows, size } from "../lesson/print.ts";

/** Layers with parameters. */
export function simpleLayers(page: Page, x: Tensor): void {
  page.heading("Layers with something to learn");
  page.say(
    "Linear computes y = W x + b. Its parameters are drawn when it is made, the weight before the bias.",
  );
  const linear = new nn.Linear(5, 3);
  page.exact(
    "Linear(5, 3).forward(x)",
    decimals(linear.forward(x)),
    "-2.8031 1.9383 -1.8525",
  );

  page.say(`LookupTable gives rows of its weight by their numbers: a Linear for inputs that are all zeros but for a
    single one, without ever writing down the zeros. Words and categories come into networks this way.`);
  const table = new nn.LookupTable(5, 3);
  const words = [
    "(-0.3408 0.8594 1.2139)",
    "(0.1566 -0.5897 0.1788)",
    "(-0.0315 0.1821 -0.7354)",
    "(0.1246 0.2621 -0.0320)",
    "(1.1030 -0.9798 0.3587)",
  ];
  page.exact(
    "LookupTable(5, 3).weight",
    rows(table.weight),
    words.join(" "),
  );
  const three = tensor([0, 1, 4], { dtype: "int32" });
  page.exact(
    "LookupTable rows 0, 1 and 4",
    rows(table.forward(three)),
    [words[0], words[1], words[4]].join(" "),
  );
  const pairs = tensor(
    [
      [0, 2],
      [3, 4],
      [1, 2],
    ],
    { dtype: "int32" },
  );
  const looked = table.forward(pairs);
  page.exact("size of rows {0,2} {3,4} {1,2}", size(looked), "3x2x3");
  page.exact(
    "LookupTable rows {0,2} {3,4} {1,2}",
    rows(looked.view(6, 3)),
    [0, 2, 3, 4, 1, 2].map((word) => words[word]).join(" "),
  );

  page.say("Add is the bias alone.");
  page.exact(
    "Add(5).forward(x)",
    decimals(new nn.Add(5).forward(x)),
    "1.4369 2.2328 2.5575 4.2737 4.6302",
  );
}
