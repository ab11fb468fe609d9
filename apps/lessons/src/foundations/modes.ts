import * as nn from "@rushlight/nn";
import { manualSeed, ones } from "@rushlight/tensor";
import type { Page } from "../lesson/Page.ts";

/** What training and evaluation mode are for. */
export function modes(page: Page): void {
  page.heading("Two modes");
  page.say(`Some modules do one thing while a network learns and another while it is looked at: Dropout sets half of its inputs
    to 0 in training, and passes all of them on in evaluation. A network of Linear and ReLU does not care, but fit does
    not know that: it says training() before it trains and evaluate() before it validates.`);
  manualSeed(page.seeds[0]);
  const network = nn.sequential(new nn.Dropout(0.5));
  const x = ones(1000);
  network.training();
  page.range(
    "share set to 0 in training mode",
    network.forward(x).eq(0).to("float32").mean(),
    { from: 0.4, to: 0.6 },
  );
  network.evaluate();
  page.exact(
    "share set to 0 in evaluation mode",
    network.forward(x).eq(0).to("float32").mean(),
    0,
  );
}
