import { count, loss, oneLine, wrap } from "@rushlight/command-line";
import { ConfusionMatrix } from "@rushlight/optim";
import { tensor } from "@rushlight/tensor";
import { describe, expect, it } from "vitest";
import { lossCurve } from "../src/outputs/lossCurve.ts";
import { confusionTable } from "../src/report/confusionTable.ts";
import { LossHistory } from "../src/training/LossHistory.ts";

describe("confusionTable", () => {
  it("has a row for each class with its share of correct choices", () => {
    const matrix = new ConfusionMatrix(3);
    matrix.batchAdd(tensor([1, 2, 0, 0]), tensor([1, 0, 0, 2]));
    expect(confusionTable(matrix, false)).toBe(
      [
        "         0     1     2",
        "   0     1     .     1    50.0 %",
        "   1     .     1     .   100.0 %",
        "   2     1     .     .     0.0 %",
      ].join("\n"),
    );
  });

  it("has no share for a class that does not occur", () => {
    const empty = new ConfusionMatrix(1);
    expect(confusionTable(empty, false)).toBe("         0\n   0     .       - %");
  });
});

describe("LossHistory", () => {
  it("has a point for each stretch of batches, weighed by their sizes, and one for the rest", () => {
    const history = new LossHistory(4, 2);
    history.addBatch(1, 30);
    history.addBatch(4, 10);
    history.addBatch(2, 5);
    history.addTest(1, 0.5);
    history.closeStretch();
    history.closeStretch();
    expect(history.training).toEqual([
      { epoch: 0.5, loss: 1.75 },
      { epoch: 0.75, loss: 2 },
    ]);
    expect(history.test).toEqual([{ epoch: 1, loss: 0.5 }]);
  });

  it("has a point for each batch when an epoch has few", () => {
    expect(new LossHistory(3, 20).stretch).toBe(1);
    expect(new LossHistory(938, 20).stretch).toBe(47);
  });
});

describe("lossCurve", () => {
  it("draws both losses over labelled axes", async () => {
    const history = new LossHistory(40, 20);
    for (let batch = 0; batch < 80; batch++) history.addBatch(1 / (1 + batch), 64);
    history.addTest(1, 0.3);
    history.addTest(2, 0.2);
    const svg = await lossCurve(history);
    for (const label of [">loss<", ">epoch<", ">training, mean of 2 batches<", ">test, after each epoch<"]) {
      expect(svg).toContain(label);
    }
    expect(svg).not.toContain("NaN");
  });

  it("draws a single point when the training was interrupted at once", async () => {
    const history = new LossHistory(1000);
    history.addBatch(2.3, 64);
    history.closeStretch();
    const svg = await lossCurve(history);
    expect(svg).toContain("training, mean of 50 batches");
    expect(svg).not.toContain("NaN");
  });
});

describe("the texts of the report", () => {
  it("group the digits of counts", () => {
    expect([count(999), count(60_000), count(1234.6)]).toEqual(["999", "60,000", "1,235"]);
  });

  it("have losses of one width", () => {
    expect([loss(0.09123), loss(2.7), loss(12.3456), loss(1234.567)]).toEqual(["0.0912", "2.7000", "12.346", "1234.6"]);
  });

  it("stay on one line", () => {
    expect(oneLine("a\nb\tc\u001b[31m")).toBe("a\\nb\\tc\\u001b[31m");
  });

  it("break at spaces and keep the indentation", () => {
    expect(wrap("  one two three four\nfive", 12)).toBe("  one two\n    three\n    four\nfive");
    expect(wrap("unbreakable-text here", 10)).toBe("unbreakable-text here");
  });
});
