import { describe, expect, it } from "vitest";
import { LossHistory } from "../../src/training/LossHistory.ts";

describe("LossHistory", () => {
  it("has a point for each stretch of batches, weighed by their sizes, and one for the rest", () => {
    const history = new LossHistory(4, 2);
    history.addBatch(1, 30);
    history.addBatch(4, 10);
    history.addBatch(2, 5);
    history.addValidation({ epoch: 1, loss: 0.5, accuracy: 90 });
    history.closeStretch();
    history.closeStretch();
    expect(history.training).toEqual([
      { epoch: 0.5, loss: 1.75 },
      { epoch: 0.75, loss: 2 },
    ]);
    expect(history.validation).toEqual([{ epoch: 1, loss: 0.5, accuracy: 90 }]);
  });

  it("has a point for each batch when an epoch has few", () => {
    expect(new LossHistory(3, 20).stretch).toBe(1);
    expect(new LossHistory(938, 20).stretch).toBe(47);
  });

  it("goes on in the middle of a stretch", () => {
    const [whole, first] = [new LossHistory(4, 2), new LossHistory(4, 2)];
    whole.addBatch(0.1, 3);
    first.addBatch(0.1, 3);
    const second = new LossHistory(4, 2).load(first.state());
    whole.addBatch(0.7, 2);
    second.addBatch(0.7, 2);
    expect(second.state()).toEqual(whole.state());
  });
});
