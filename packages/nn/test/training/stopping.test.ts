import { tensor } from "@rushlight/tensor";
import { describe, expect, test } from "vitest";
import * as nn from "../../src/index.ts";
import { doubles, lineTrainer } from "./trainers.ts";

describe("stop", () => {
  test("ends the training after the example at hand, and leaves out the error of that epoch", () => {
    const trainer = lineTrainer({ maxIteration: 0 });
    const learned: number[] = [];
    let ends = 0;
    trainer.on("beforeExample", ({ epoch, index }) => {
      if (epoch === 2 && index === 1) trainer.stop();
    });
    trainer.on("afterExample", ({ index }) => learned.push(index));
    trainer.on("afterEpoch", () => {
      ends += 1;
    });
    expect(trainer.train(doubles(3))).toHaveLength(1);
    expect(learned).toEqual([0, 1, 2, 0, 1]);
    expect(ends).toBe(1);
  });

  test("completes an epoch whose last example is at hand", () => {
    const trainer = lineTrainer({ maxIteration: 0 });
    trainer.on("afterExample", ({ index }) => {
      if (index === 2) trainer.stop();
    });
    expect(trainer.train(doubles(3))).toHaveLength(1);
  });

  test("takes no example when an epoch begins or has ended", () => {
    for (const event of ["beforeEpoch", "afterEpoch"] as const) {
      const trainer = lineTrainer({ maxIteration: 0 });
      let examples = 0;
      let begun = 0;
      trainer.on("beforeEpoch", () => {
        begun += 1;
      });
      trainer.on("beforeExample", () => {
        examples += 1;
      });
      trainer.on(event, () => trainer.stop());
      trainer.train(doubles(3));
      expect([event, begun, examples]).toEqual([event, 1, event === "beforeEpoch" ? 0 : 3]);
    }
  });

  test("does nothing to a training that begins later", () => {
    const trainer = lineTrainer({ maxIteration: 2 });
    trainer.stop();
    expect(trainer.train(doubles(2))).toHaveLength(2);
  });
});

describe("a signal", () => {
  test("that is aborted by a listener ends the training after the example at hand", () => {
    const trainer = lineTrainer({ maxIteration: 0 });
    const controller = new AbortController();
    trainer.on("afterExample", ({ epoch }) => {
      if (epoch === 3) controller.abort();
    });
    expect(trainer.train(doubles(2), { signal: controller.signal })).toHaveLength(2);
  });

  test("that is aborted before lets nothing begin", () => {
    const trainer = lineTrainer();
    expect(trainer.train(doubles(2), { signal: AbortSignal.abort() })).toEqual([]);
    expect(trainer.module.weight.toArray()).toEqual([[0]]);
  });

  test("that a timer aborts gets through to trainAsync", async () => {
    const trainer = lineTrainer({ maxIteration: 0, learningRate: 1e-9 });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 0);
    const errors = await trainer.trainAsync(doubles(2), { signal: controller.signal });
    expect(errors.length).toBeGreaterThan(0);
  });
});

describe("stopWhen", () => {
  test("ends the training at the epoch whose error is low enough", () => {
    const trainer = lineTrainer({ learningRate: 0.1, maxIteration: 100, stopWhen: ({ error }) => error < 0.01 });
    const errors = trainer.train(doubles(1));
    expect(errors.findIndex((error) => error < 0.01)).toBe(errors.length - 1);
  });

  test("knows the lowest error and how many epochs ago it was", () => {
    // The slope overshoots: each epoch is worse than the one before, but for the first.
    const seen: number[][] = [];
    const trainer = lineTrainer({
      learningRate: 1.1,
      maxIteration: 0,
      stopWhen({ lowestError, epochsSinceLowest }) {
        seen.push([lowestError, epochsSinceLowest]);
        return epochsSinceLowest >= 2;
      },
    });
    expect(trainer.train(doubles(1))).toHaveLength(3);
    expect(seen).toEqual([
      [4, 0],
      [4, 1],
      [4, 2],
    ]);
  });
});

describe("a loss that is not finite", () => {
  test("ends the training before it changes the parameters, and names the example", () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const trainer = lineTrainer({ learningRate: 0.25, maxIteration: 2 });
      const examples = [...doubles(1), [tensor([1]), tensor([value])] as const];
      expect(() => trainer.train(examples)).toThrow(
        new nn.DivergenceError(`StochasticGradient: expected a finite loss, got ${value} for example 1 in epoch 1`),
      );
      expect(trainer.module.weight.toArray()).toEqual([[1]]);
    }
  });
});
