import * as nn from "@rushlight/nn";
import { randn, type Tensor } from "@rushlight/tensor";
import type { Page } from "../lesson/Page.ts";
import { decimals, rows, shortest, size } from "../lesson/print.ts";

/** What a module is, how modules are put together, and what forward and backward do. */
export function modules(page: Page, x: Tensor): void {
  page.heading("A module is a function that remembers");
  page.say(`A module computes an output from an input. CMul multiplies each element by a weight of its own, which is
    drawn at random when the module is made. It keeps what it computed last, in its field output.`);
  const f = new nn.CMul(5);
  page.printed("x", x, [
    " 1",
    " 2",
    " 3",
    " 4",
    " 5",
    "[float64 tensor of size 5]",
  ]);
  page.exact(
    "f = CMul(5): f.weight",
    decimals(f.weight),
    "-0.3180 -0.0484 0.1885 0.4165 0.3364",
  );
  page.exact(
    "f.forward(x)",
    decimals(f.forward(x)),
    "-0.3180 -0.0968 0.5655 1.6661 1.6822",
  );
  page.say(
    "Sum adds up along a dimension. It has no weight: there is nothing to learn.",
  );
  const g = new nn.Sum(0);
  page.exact("g = Sum(0): g.forward(x)", shortest(g.forward(x)), "15");

  page.say(`A batch is a tensor with one more dimension in front. This one shows the same five numbers three times
    without copying them: expand gives the new dimension a stride of 0.`);
  const batch = x.view(1, 5).expand(3, 5);
  page.exact("batch.stride()", batch.stride().join(" "), "0 1");
  const row = "(-0.3180 -0.0968 0.5655 1.6661 1.6822)";
  page.exact(
    "f.forward(batch)",
    rows(f.forward(batch)),
    `${row} ${row} ${row}`,
  );

  page.heading("Containers are modules made of modules");
  page.say("Sequential hands the output of one module to the next.");
  const h = nn.sequential(f, g);
  page.printed("String(h)", h, [
    "nn.Sequential {",
    "  [input -> (0) -> (1) -> output]",
    "  (0): nn.CMul",
    "  (1): nn.Sum",
    "}",
  ]);
  page.exact(
    "h = Sequential(f, g): h.forward(x)",
    decimals(h.forward(x)),
    "3.4990",
  );
  page.say(
    "Concat gives its input to all of its modules, and joins what they give along a dimension.",
  );
  const both = new nn.Concat(0).add(f).add(g);
  page.printed("String(both)", both, [
    "nn.Concat {",
    "  input",
    "    |`-> (0): nn.CMul",
    "     `-> (1): nn.Sum",
    "     ... -> output",
    "}",
  ]);
  page.exact(
    "Concat(0)(f, g).forward(x)",
    decimals(both.forward(x)),
    "-0.3180 -0.0968 0.5655 1.6661 1.6822 15.0000",
  );
  page.exact("size of Concat(0)(f, g).forward(x)", size(both.output), "6");

  page.heading("Backward: from the output to the input");
  page.say(`Suppose that a loss depends on the output of h, and that we know its derivative with respect to that output:
    gradOut. Then backward applies the chain rule, module by module from the last to the first. Each module keeps the
    derivative with respect to its own input in its field gradInput.`);
  const gradOut = randn(1);
  page.exact("gradOut = randn(1)", decimals(gradOut), "1.6834");
  h.forward(x);
  h.backward(x, gradOut);
  page.exact(
    "h.gradInput",
    decimals(h.gradInput),
    "-0.5353 -0.0815 0.3173 0.7012 0.5664",
  );
  page.say(`A sum passes the same derivative to each of its terms, and a product multiplies it by the other factor. Both
    can be read off the modules:`);
  page.exact(
    "g.gradInput",
    decimals(g.gradInput),
    "1.6834 1.6834 1.6834 1.6834 1.6834",
  );
  const byHand = g.gradInput.clone().cmul(f.weight);
  page.range(
    "f.gradInput - g.gradInput*f.weight",
    f.gradInput.dist(byHand),
    { to: 1e-10 },
  );

  page.heading("Backward: to the parameters");
  page.say(`The same call adds the derivative with respect to each weight to gradWeight. It adds, so that several
    backward calls can share in one step; zeroGradParameters is what begins a new one.`);
  h.zeroGradParameters();
  h.backward(x, gradOut);
  page.exact(
    "f.gradWeight",
    decimals(f.gradWeight),
    "1.6834 3.3668 5.0503 6.7337 8.4171",
  );
}
