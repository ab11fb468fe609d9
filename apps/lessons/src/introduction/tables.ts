import * as nn from "@rushlight/nn";
import { randn, tensor } from "@rushlight/tensor";
import type { Page } from "../lesson/Page.ts";
import { decimals, size } from "../lesson/print.ts";

/** Modules with several inputs or outputs. */
export function tables(page: Page): void {
  page.heading("Tables: several inputs at once");
  page.say(`A table is an array of tensors. ParallelTable gives each of them to a module of its own, and CAddTable adds up
    what comes out. Here a category and three numbers become one vector:`);
  const x = randn(1, 3);
  const category = tensor([1], { dtype: "int32" });
  const branches = new nn.ParallelTable()
    .add(new nn.LookupTable(5, 2))
    .add(new nn.Linear(3, 2));
  const net = nn.sequential(branches, new nn.CAddTable());
  page.printed("String(net)", net, [
    "nn.Sequential {",
    "  [input -> (0) -> (1) -> output]",
    "  (0): nn.ParallelTable {",
    "    input",
    "      |`-> (0): nn.LookupTable",
    "       `-> (1): nn.Linear(3 -> 2)",
    "       ... -> output",
    "  }",
    "  (1): nn.CAddTable",
    "}",
  ]);
  page.exact(
    "ParallelTable, then CAddTable",
    decimals(net.forward([category, x])),
    "1.2212 -2.0951",
  );

  page.say(
    "JoinTable lays tensors side by side, NarrowTable takes some of them.",
  );
  const parts = [randn(1, 3), randn(1, 3), randn(1, 2)] as const;
  page.exact(
    "JoinTable(1).forward(parts)",
    decimals(new nn.JoinTable(1).forward(parts)),
    "-0.6461 2.0589 -0.7707 0.0129 -0.6880 0.9008 0.0479 1.5202",
  );
  const firstTwo = new nn.NarrowTable(0, 2).forward(parts);
  page.exact(
    "sizes of NarrowTable(0, 2)",
    firstTwo.map(size).join(" "),
    "1x3 1x3",
  );
}
