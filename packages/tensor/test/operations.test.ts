import { describe, expect, test } from "vitest";
import { isTensor, storageAllocations, Tensor } from "../src/index.ts";
import { arithmeticOperations } from "./operations/arithmetic.ts";
import { convolutionOperations } from "./operations/convolutions.ts";
import { Draw } from "./operations/Draw.ts";
import { Guarded } from "./operations/Guarded.ts";
import { indexingOperations } from "./operations/indexing.ts";
import { matricesOperations } from "./operations/matrices.ts";
import type { Operation, OperationOptions } from "./operations/Operation.ts";
import { partsOperations } from "./operations/parts.ts";
import { productOperations } from "./operations/products.ts";
import { randomOperations } from "./operations/random.ts";
import { reductionOperations } from "./operations/reductions.ts";
import { sortingOperations } from "./operations/sorting.ts";
import { statisticsOperations } from "./operations/statistics.ts";
import { expectSummary, type Summary, summaryOf } from "./operations/summary.ts";

const operations: readonly Operation[] = [
  ...arithmeticOperations,
  ...convolutionOperations,
  ...indexingOperations,
  ...matricesOperations,
  ...partsOperations,
  ...productOperations,
  ...randomOperations,
  ...reductionOperations,
  ...sortingOperations,
  ...statisticsOperations,
];

const SEEDS = Array.from({ length: 12 }, (_, i) => i + 1);

/** One trial: an operation, a dtype and what was drawn for it. */
interface Trial {
  readonly operation: Operation;
  readonly draw: Draw;
  readonly operands: readonly Tensor[];
  /** What dense operands give, and what is left in them. */
  readonly expected: Summary;
  readonly left: readonly Summary[];
  readonly context: string;
}

function trials(operation: Operation): Trial[] {
  return (operation.dtypes ?? ["float64"]).flatMap((dtype) =>
    SEEDS.map((seed) => {
      const draw = new Draw(seed, dtype);
      const operands = operation.operands(draw);
      const dense = operands.map((operand) => operand.clone());
      const expected = summaryOf(operation.run(dense, {}));
      const sizes = operands.map((operand) => `[${operand.size().join(", ")}]`).join(" ");
      return {
        operation,
        draw,
        operands,
        expected,
        left: dense.map(summaryOf),
        context: `${operation.name} of ${dtype}, seed ${seed}, on ${sizes}`,
      };
    }),
  );
}

function into(out: Tensor | readonly Tensor[]): OperationOptions {
  const options: OperationOptions = {};
  Object.defineProperty(options, "out", { value: out, enumerable: true });
  return options;
}

/** Destinations for what an operation gave: one for each tensor in it, made by `make`. */
function destinations(
  expected: Summary,
  make: (result: Extract<Summary, { dtype: unknown }>) => Tensor,
): Tensor | readonly Tensor[] | undefined {
  if ("dtype" in expected) return make(expected);
  if ("value" in expected) return undefined;
  return expected.map((part) => {
    if (!("dtype" in part)) throw new Error("expected an operation that gives tensors to its destinations");
    return make(part);
  });
}

describe.each(operations.map((operation) => [operation.name, operation] as const))("%s", (_name, operation) => {
  const close = operation.sums === true;

  test("gives on strided operands what it gives on dense ones, and touches nothing beside them", () => {
    for (const { draw, operands, expected, left, context } of trials(operation)) {
      const guarded = operands.map((operand) => Guarded.copyOf(operand, draw));
      const result = operation.run(
        guarded.map(({ view }) => view),
        {},
      );
      expectSummary(summaryOf(result), expected, close, context);
      guarded.forEach((operand, i) => {
        expectSummary(summaryOf(operand.view), left[i], close, `${context}: operand ${i}`);
        expect(operand.damage(), `${context}: operand ${i}`).toBe("");
      });
    }
  });

  if (operation.takesOut === true) {
    test("writes its result into a destination of another size, which it resizes", () => {
      for (const { operands, expected, context } of trials(operation)) {
        const out = destinations(expected, ({ dtype }) => new Tensor([7], { dtype }).fill(5));
        if (out === undefined) throw new Error(`${context}: expected a tensor to write`);
        const result = operation.run(operands, into(out));
        expectSummary(summaryOf(result), expected, close, context);
        expectSummary(summaryOf(out), expected, close, context);
        expect(isTensor(out) ? result === out : true, context).toBe(true);
      }
    });

    test("writes its result into a strided destination and touches nothing beside it", () => {
      for (const { draw, operands, expected, context } of trials(operation)) {
        const guarded: Guarded[] = [];
        const out = destinations(expected, ({ dtype, size }) => {
          const destination = new Guarded(dtype, size, draw);
          guarded.push(destination);
          return destination.view;
        });
        if (out === undefined) throw new Error(`${context}: expected a tensor to write`);
        operation.run(operands, into(out));
        expectSummary(summaryOf(out), expected, close, context);
        for (const destination of guarded) expect(destination.damage(), context).toBe("");
      }
    });

    test("may have an operand as its destination, or a part of the operand's storage", () => {
      for (const { draw, operands, expected, context } of trials(operation)) {
        if (!("dtype" in expected)) continue;
        for (const [i, operand] of operands.entries()) {
          if (operand.dtype !== expected.dtype) continue;
          const own = operands.map((each) => each.clone());
          operation.run(own, into(own[i]));
          expectSummary(summaryOf(own[i]), expected, close, `${context}: into operand ${i}`);

          const shared = operands.map((each) => each.clone());
          const { view } = Guarded.copyOf(operand, draw);
          shared[i] = view;
          const out = new Tensor(view.storage(), 1, [1]);
          out.resize(expected.size);
          view.copy(operand);
          operation.run(shared, into(out));
          expectSummary(summaryOf(out), expected, close, `${context}: into the storage of operand ${i}`);
        }
      }
    });

    test("takes no memory when the destination fits", () => {
      if (operation.allocates === true) return;
      for (const { operands, expected, context } of trials(operation)) {
        const out = destinations(expected, ({ dtype, size }) => new Tensor(size, { dtype }));
        if (out === undefined) throw new Error(`${context}: expected a tensor to write`);
        operation.run(operands, into(out));
        const before = storageAllocations();
        operation.run(operands, into(out));
        expect(storageAllocations() - before, context).toBe(0);
      }
    });
  }
});
