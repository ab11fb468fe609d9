import * as nn from "@rushlight/nn";
import { type Tensor, tensor } from "@rushlight/tensor";
import { drawGraph } from "../drawing/drawGraph.ts";
import { graphText } from "../drawing/graphText.ts";
import type { Page } from "../lesson/Page.ts";
import { decimals } from "../lesson/print.ts";

/** Derivatives of formulas: by modules, and by the rules of calculus. */
export async function chainRule(page: Page): Promise<void> {
  page.heading("One function: f(x) = x²");
  page.say(`A module knows its function and the derivative of it. backward multiplies that derivative by the one that
    comes from behind; where nothing comes behind, that is 1.`);
  const one = tensor([1], { dtype: "float64" });
  const square = new nn.Square();
  const at = tensor([3.5], { dtype: "float64" });
  page.exact("f(3.5)", decimals(square.forward(at), 2), "12.25");
  page.exact("df/dx at 3.5", decimals(square.backward(at, one), 0), "7");
  await composition(page);
}

async function composition(page: Page): Promise<void> {
  page.heading("A composition: f(x, y) = 6e⁻ʸ / (1 + x² + y²) + 2x³ at (2, 4)");
  page.say(`Every piece gets a name: z1 = e⁻ʸ, z2 = 1 + x² + y², z3 = x³, and z4 = 6 z1 / z2 + 2 z3 puts them together. Here
    the chain rule is written out with modules: each piece is a small network, and backward is called on one after the
    other. (Note: a tape, which records operations as they happen and finds the way back by itself, comes later.)`);
  const x = tensor([2], { dtype: "float64" });
  const y = tensor([4], { dtype: "float64" });

  // Forward: the three pieces that depend on x and y, then what joins them.
  const z1 = nn.sequential(new nn.MulConstant(-1), new nn.Exp()); // of y
  const z2 = nn.sequential(
    new nn.ParallelTable().add(new nn.Square()).add(new nn.Square()),
    new nn.CAddTable(),
    new nn.AddConstant(1),
  ); // of x and y
  const z3 = new nn.Power(3); // of x
  z1.forward(y);
  z2.forward([x, y]);
  z3.forward(x);
  const quotient = nn.sequential(new nn.CDivTable(), new nn.MulConstant(6)); // of z1 and z2
  const twice = new nn.MulConstant(2); // of z3
  const z4 = new nn.CAddTable(); // of those two
  z4.forward([quotient.forward([z1.output, z2.output]), twice.forward(z3.output)]);
  page.show("z1, z2, z3", [z1, z2, z3].map(({ output }) => decimals(output)).join(", "));
  page.exact("f(2, 4)", decimals(z4.output), decimals(tensor([f(2, 4)], { dtype: "float64" })));

  // Backward: the same modules in the opposite order. Each gets what the modules behind it made of the 1 at the end.
  const one = tensor([1], { dtype: "float64" });
  const [dQuotient, dTwice] = z4.backward([quotient.output, twice.output], one);
  const [dz1, dz2] = quotient.backward([z1.output, z2.output], dQuotient);
  const dz3 = twice.backward(z3.output, dTwice);
  page.exact("dz4/dz3", decimals(dz3, 0), "2");
  page.exact("dz4/dz2", decimals(dz2), "-0.0002");
  page.exact("dz4/dz1", decimals(dz1), "0.2857");

  page.say("x feeds z2 and z3, y feeds z1 and z2. What comes back along two ways is added up:");
  const dyThroughZ1 = z1.backward(y, dz1);
  const [dxThroughZ2, dyThroughZ2] = z2.backward([x, y], dz2);
  const dxThroughZ3 = z3.backward(x, dz3);
  const dx = dxThroughZ2.clone().add(dxThroughZ3);
  const dy = dyThroughZ1.clone().add(dyThroughZ2);
  page.exact("df/dx, piece by piece", decimals(dx), "23.9990");
  page.exact("df/dy, piece by piece", decimals(dy), "-0.0072");

  page.say("Calculus gives the same from the formula as a whole:");
  page.exact("df/dx, closed form", dfdx(2, 4).toFixed(4), "23.9990");
  page.exact("df/dy, closed form", dfdy(2, 4).toFixed(4), "-0.0072");
  page.range("distance between the two ways", Math.hypot(dx.get(0) - dfdx(2, 4), dy.get(0) - dfdy(2, 4)), {
    to: 1e-10,
  });

  page.say("All that was computed, forward and backward, is still in the modules. Drawn:");
  const node = (name: string, value: Tensor, gradient: Tensor) => ({
    name,
    lines: [`value ${decimals(value)}`, `df/d${name} ${decimals(gradient)}`],
  });
  const graph = {
    title: "f(x, y) = 6 z1 / z2 + 2 z3",
    rows: [
      [node("x", x, dx), node("y", y, dy)],
      [
        { ...node("z3", z3.output, dz3), from: ["x"] },
        { ...node("z2", z2.output, dz2), from: ["x", "y"] },
        { ...node("z1", z1.output, dz1), from: ["y"] },
      ],
      [{ ...node("z4", z4.output, one), from: ["z3", "z2", "z1"] }],
    ],
  };
  await page.chart(
    "graph",
    "The graph of the formula, with values and derivatives.",
    drawGraph(graph),
    graphText(graph),
  );
}

function f(x: number, y: number): number {
  return (6 * Math.exp(-y)) / (1 + x * x + y * y) + 2 * x ** 3;
}

function dfdx(x: number, y: number): number {
  return 6 * x * x - (12 * x * Math.exp(-y)) / (1 + x * x + y * y) ** 2;
}

function dfdy(x: number, y: number): number {
  const denominator = 1 + x * x + y * y;
  return (-6 * Math.exp(-y)) / denominator - (12 * y * Math.exp(-y)) / denominator ** 2;
}
