import * as nn from "@rushlight/nn";
import { randn } from "@rushlight/tensor";
import type { Page } from "../lesson/Page.ts";
import { decimals, rows } from "../lesson/print.ts";

/** Modules that reduce a dimension, or look at the same numbers in another shape. */
export function reshaping(page: Page): void {
  page.heading("Reducing and reshaping");
  page.say(`Max and Mean take a dimension away, by its number from 0. View changes nothing but the shape, and its backward
    gives the derivative the old shape again.`);
  const x = randn(3, 2);
  page.printed("x = randn(3, 2)", x, [
    " 0.9011 -0.0143",
    "-0.8167  1.3009",
    "-0.0597  2.5226",
    "[float64 tensor of size 3x2]",
  ]);
  page.exact("Max(0)", decimals(new nn.Max(0).forward(x)), "0.9011 2.5226");
  page.exact(
    "Mean(1)",
    decimals(new nn.Mean(1).forward(x)),
    "0.4434 0.2421 1.2315",
  );
  page.exact(
    "Abs",
    rows(new nn.Abs().forward(x)),
    "(0.9011 0.0143) (0.8167 1.3009) (0.0597 2.5226)",
  );
  page.exact(
    "View(2, 3)",
    rows(new nn.View(2, 3).forward(x)),
    "(0.9011 -0.0143 -0.8167) (1.3009 -0.0597 2.5226)",
  );
}
