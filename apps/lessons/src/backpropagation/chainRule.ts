import * as nn from "@rushlight/nn";
import { type Tensor, tensor } from "@rushlight/tensor";
import { drawGraph } from "../drawing/drawGraph.ts";
import { graphText } from "../drawing/graphText.ts";
import type { Page } from "../lesson/Page.ts";
import { decimals, shortest } from "../lesson/print.ts";
import source from "./chainRule.ts?raw";

/** The pieces of the formula, and the derivatives of the whole with respect to each of them. */
type Pieces = Readonly<
  Record<
    "z1" | "z2" | "z3" | "z4" | "dz1" | "dz2" | "dz3" | "dx" | "dy",
    Tensor
  >
>;

/** Derivatives of formulas: by modules, and by the rules of calculus. */
export async function chainRule(page: Page): Promise<void> {
  page.heading("One function: f(x) = x²");
  page.say(`A module knows its function and the derivative of it. backward multiplies
    that derivative by the one it is given, which is 1 at the end of a chain.`);
  const square = new nn.Square();
  const at = tensor([3.5], { dtype: "float64" });
  page.exact("f(3.5)", shortest(square.forward(at)), "12.25");
  page.exact("df/dx at 3.5", shortest(square.backward(at, one())), "7");
  await composition(page);
}

async function composition(page: Page): Promise<void> {
  page.heading(
    "A composition: f(x, y) = 6e⁻ʸ / (1 + x² + y²) + 2x³ at (2, 4)",
  );
  page.say(`Every piece gets a name: z1 = e⁻ʸ, z2 = 1 + x² + y², z3 = x³, and z4 = 6 z1 / z2 + 2 z3 puts them together. Here
    the chain rule is written out with modules: each piece is a small network, and backward is called on one after the
    other, from the last to the first. (Note: a tape, which records operations as they happen and finds the way back by
    itself, comes later.)`);
  page.code(source, "pieceByPiece");
  const x = tensor([2], { dtype: "float64" });
  const y = tensor([4], { dtype: "float64" });
  const { z1, z2, z3, z4, dz1, dz2, dz3, dx, dy } = pieceByPiece(x, y);
  page.show("z1, z2, z3", [z1, z2, z3].map((z) => decimals(z)).join(", "));
  page.exact("f(2, 4)", decimals(z4), f(2, 4).toFixed(4));
  page.exact("dz4/dz3", shortest(dz3), "2");
  page.exact("dz4/dz2", decimals(dz2), "-0.0002");
  page.exact("dz4/dz1", decimals(dz1), "0.2857");
  page.exact("df/dx, piece by piece", decimals(dx), "23.9990");
  page.exact("df/dy, piece by piece", decimals(dy), "-0.0072");

  page.say("Calculus gives the same from the formula as a whole:");
  page.exact("df/dx, closed form", dfdx(2, 4).toFixed(4), "23.9990");
  page.exact("df/dy, closed form", dfdy(2, 4).toFixed(4), "-0.0072");
  page.range(
    "distance between the two ways",
    Math.hypot(dx.get(0) - dfdx(2, 4), dy.get(0) - dfdy(2, 4)),
    {
      to: 1e-10,
    },
  );

  page.say("All that was computed, forward and backward, drawn:");
  const node = (name: string, value: Tensor, gradient: Tensor) => ({
    name,
    lines: [
      `value ${decimals(value)}`,
      `df/d${name} ${decimals(gradient)}`,
    ],
  });
  const graph = {
    title: "f(x, y) = 6 z1 / z2 + 2 z3",
    rows: [
      [node("x", x, dx), node("y", y, dy)],
      [
        { ...node("z3", z3, dz3), from: ["x"] },
        { ...node("z2", z2, dz2), from: ["x", "y"] },
        { ...node("z1", z1, dz1), from: ["y"] },
      ],
      [{ ...node("z4", z4, one()), from: ["z3", "z2", "z1"] }],
    ],
  };
  await page.chart(
    "graph",
    "The graph of the formula, with values and derivatives.",
    drawGraph(graph),
    graphText(graph),
  );
}

/** Values and derivatives of all pieces, and of the whole, by forward and backward of modules. */
function pieceByPiece(x: Tensor, y: Tensor): Pieces {
  const squares = new nn.ParallelTable()
    .add(new nn.Square())
    .add(new nn.Square());
  const z1Of = nn.sequential(new nn.MulConstant(-1), new nn.Exp());
  const z2Of = nn.sequential(
    squares,
    new nn.CAddTable(),
    new nn.AddConstant(1),
  );
  const z3Of = new nn.Power(3);
  const quotientOf = nn.sequential(
    new nn.CDivTable(),
    new nn.MulConstant(6),
  );
  const twiceOf = new nn.MulConstant(2);
  const z4Of = new nn.CAddTable();

  // Forward: the pieces, then what joins them.
  const z1 = z1Of.forward(y);
  const z2 = z2Of.forward([x, y]);
  const z3 = z3Of.forward(x);
  const quotient = quotientOf.forward([z1, z2]);
  const twice = twiceOf.forward(z3);
  const z4 = z4Of.forward([quotient, twice]);

  // Backward: the other way round, from dz4/dz4 = 1.
  const [dQuotient, dTwice] = z4Of.backward([quotient, twice], one());
  const [dz1, dz2] = quotientOf.backward([z1, z2], dQuotient);
  const dz3 = twiceOf.backward(z3, dTwice);

  // x feeds z2 and z3, y feeds z1 and z2: two ways add up.
  const [dxByZ2, dyByZ2] = z2Of.backward([x, y], dz2);
  const dx = z3Of.backward(x, dz3).clone().add(dxByZ2);
  const dy = z1Of.backward(y, dz1).clone().add(dyByZ2);
  return { z1, z2, z3, z4, dz1, dz2, dz3, dx, dy };
}

/** The derivative that backward begins with. */
function one(): Tensor {
  return tensor([1], { dtype: "float64" });
}

function f(x: number, y: number): number {
  return (6 * Math.exp(-y)) / (1 + x * x + y * y) + 2 * x ** 3;
}

function dfdx(x: number, y: number): number {
  return 6 * x * x - (12 * x * Math.exp(-y)) / (1 + x * x + y * y) ** 2;
}

function dfdy(x: number, y: number): number {
  const denominator = 1 + x * x + y * y;
  return (
    (-6 * Math.exp(-y)) / denominator -
    (12 * y * Math.exp(-y)) / denominator ** 2
  );
}
