import { type CsvTable, parseCsv, Standardization, TableEncoder, type TableEncoderOptions } from "@rushlight/data/csv";
import { ArgumentError } from "@rushlight/tensor";
import { describe, expect, it } from "vitest";

const text = (rows: readonly string[]): Promise<CsvTable> => parseCsv(rows.join("\n"), { name: "t.csv" });

async function encoded(
  rows: readonly string[],
  options?: TableEncoderOptions,
): Promise<{ names: readonly string[]; rows: unknown; excluded: unknown }> {
  const table = await text(rows);
  const encoder = TableEncoder.fit(table, options);
  return { names: encoder.names, rows: encoder.encode(table).toArray(), excluded: encoder.excluded };
}

describe("Standardization", () => {
  it("takes the numbers that it was made of to mean 0 and deviation 1, and back", () => {
    const values = [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16];
    const scale = Standardization.of(values);
    expect([scale.mean, scale.deviation]).toEqual([1e9 + 10, Math.sqrt(22.5)]);
    const scaled = values.map((value) => scale.apply(value));
    expect(scaled.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 12);
    expect(scaled.reduce((sum, value) => sum + value ** 2, 0) / 4).toBeCloseTo(1, 12);
    expect(scaled.map((value) => Math.round(scale.invert(value)))).toEqual(values);
  });

  it("takes equal numbers to 0", () => {
    const scale = Standardization.of([0.1, 0.1, 0.1]);
    expect([scale.deviation, scale.apply(0.1), scale.apply(7), scale.invert(3)]).toEqual([0, 0, 0, 0.1]);
  });

  it("refuses no numbers, and numbers that are too large", () => {
    expect(() => Standardization.of([Number.NaN])).toThrow("expected at least one number, got none");
    expect(() => Standardization.of([1e308, -1e308])).toThrow(ArgumentError);
    expect(() => new Standardization(0, -1)).toThrow("expected a mean and a deviation from 0 up, got 0 and -1");
  });
});

describe("how TableEncoder turns numbers", () => {
  it("to mean 0 and deviation 1 by the rows to train with", async () => {
    const table = await text(["a", "1", "3", "7"]);
    const encoder = TableEncoder.fit(table, { rows: [0, 1] });
    expect(encoder.encode(table).toArray()).toEqual([[-1], [1], [5]]);
    expect(encoder.encode(table, [2, 0]).toArray()).toEqual([[5], [-1]]);
  });

  it("to 0 when they are all the same", async () => {
    expect((await encoded(["a", "5", "5"])).rows).toEqual([[0], [0]]);
  });

  it("to the mean and a mark when they are missing", async () => {
    expect(await encoded(["a,b", "1,1", "NA,1", "3,2"])).toMatchObject({
      names: ["a", "a is missing", "b"],
      rows: [
        [-1, 0, expect.closeTo(-Math.SQRT1_2, 12)],
        [0, 1, expect.closeTo(-Math.SQRT1_2, 12)],
        [1, 0, expect.closeTo(Math.SQRT2, 12)],
      ],
    });
  });

  it("to the mean without a mark when none was missing in the rows to train with", async () => {
    const encoder = TableEncoder.fit(await text(["a", "1", "3"]));
    expect(encoder.encode(await parseCsv("a,b\nNA,1\n")).toArray()).toEqual([[0]]);
  });

  it("but not when all are missing", async () => {
    expect(await encoded(["a,b", "NA,1", "NA,2"])).toMatchObject({
      names: ["b"],
      excluded: [{ name: "a", reason: "has no value in any row" }],
    });
  });
});

describe("how TableEncoder turns texts", () => {
  it("to a column for each category, in alphabetical order", async () => {
    expect(await encoded(["a", "y", "x", "y", "x"], { minRows: 1 })).toMatchObject({
      names: ["a = x", "a = y"],
      rows: [
        [0, 1],
        [1, 0],
        [0, 1],
        [1, 0],
      ],
    });
  });

  it("to a column for all that are rare, and one for what is missing", async () => {
    const rows = ["a,b", "x,0", "x,0", "x,0", "y,0", "z,0", "NA,0"];
    const encoder = TableEncoder.fit(await text(rows));
    expect(encoder.excluded).toEqual([
      { name: "a", reason: "looks like a name for each row: 3 different texts in 5 rows" },
    ]);
    const more = await text([...rows, "x,0"]);
    expect(await encoded([...rows, "x,0"], { columns: ["a"] })).toMatchObject({
      names: ["a = x", "a is another", "a is missing"],
      rows: [
        [1, 0, 0],
        [1, 0, 0],
        [1, 0, 0],
        [0, 1, 0],
        [0, 1, 0],
        [0, 0, 1],
        [1, 0, 0],
      ],
    });
    const unseen = await text(["a,b", "w,1", "x,1"]);
    expect(
      TableEncoder.fit(more, { columns: ["a"] })
        .encode(unseen)
        .toArray(),
    ).toEqual([
      [0, 1, 0],
      [1, 0, 0],
    ]);
  });

  it("to 0 when they are new and none was rare", async () => {
    const encoder = TableEncoder.fit(await text(["a", "x", "x", "y", "y"]), { minRows: 2 });
    expect(encoder.encode(await parseCsv("a,b\nz,0\nNA,0\ny,0\n")).toArray()).toEqual([
      [0, 0],
      [0, 0],
      [0, 1],
    ]);
  });

  it("by the rows to train with alone", async () => {
    const table = await text(["a", "x", "x", "y", "y", "z", "z", "z"]);
    expect(TableEncoder.fit(table, { rows: [0, 1, 2, 3], minRows: 2 }).names).toEqual(["a = x", "a = y"]);
  });

  it.each([
    ["the same text everywhere", ["x", "x", "x"], "has the same text in all rows"],
    ["a text for each row", ["x1", "x2", "x3"], "looks like a name for each row: 3 different texts in 3 rows"],
    ["too many", ["x", "x", "y", "y", "z", "z"], "has 3 categories, more than 2"],
  ])("but not when there is %s", async (_, fields, reason) => {
    const { excluded } = await encoded(["a,n", ...fields.map((field) => `${field},1`)], {
      minRows: 1,
      maxCategories: 2,
    });
    expect(excluded).toEqual([{ name: "a", reason }]);
    const alone = await text(["a", ...fields]);
    expect(() => TableEncoder.fit(alone, { minRows: 1, maxCategories: 2 })).toThrow(
      `t.csv: expected a column to learn from, got none; "a" ${reason}`,
    );
  });
});

describe("a TableEncoder", () => {
  const rows = ["n,t,id", "1,x,q", "2.1,y,w", "NA,x,e", "4,y,r"];

  it("is the same after JSON", async () => {
    const table = await text(rows);
    const encoder = TableEncoder.fit(table, { minRows: 1 });
    const restored = TableEncoder.restore(JSON.parse(JSON.stringify(encoder)));
    expect(restored).toEqual(encoder);
    expect(restored.encode(table).equal(encoder.encode(table))).toBe(true);
  });

  it("tells where each input is, and how to read it", async () => {
    const encoder = TableEncoder.fit(await text(rows), { minRows: 1 });
    expect(encoder.types).toEqual({ n: "number", t: "text" });
    expect(encoder.width).toBe(4);
    expect(encoder.range("t")).toEqual({ from: 2, length: 2 });
    expect(() => encoder.range("id")).toThrow('expected an input of "n", "t", got "id"');
  });

  it("names all columns that a table lacks", async () => {
    const encoder = TableEncoder.fit(await text(rows), { minRows: 1 });
    const other = await parseCsv("a,b\n1,2\n", { name: "new.csv" });
    expect(() => encoder.encode(other)).toThrow('new.csv: expected the columns "n", "t" too, got "a", "b"');
  });

  it("refuses texts where it knows numbers, with their line", async () => {
    const encoder = TableEncoder.fit(await text(rows), { minRows: 1 });
    const other = await parseCsv("n,t\nmuch,x\nmore,y\n", { name: "new.csv" });
    expect(() => encoder.encode(other)).toThrow('new.csv: line 2, column 1 (n): expected numbers, got "much"');
    const numbers = await parseCsv("n,t\n1,2\n", { name: "new.csv" });
    expect(() => encoder.encode(numbers)).toThrow('new.csv: expected texts in column "t", got numbers');
  });

  it("refuses rows and options that make no sense", async () => {
    const table = await text(rows);
    expect(() => TableEncoder.fit(table, { rows: [] })).toThrow("t.csv: expected rows to train with, got none");
    expect(() => TableEncoder.fit(table, { rows: [4] })).toThrow("expected an index from 0 to 3, got 4");
    expect(() => TableEncoder.fit(table, { columns: ["tt"] })).toThrow('expected a column "tt"');
    expect(() => TableEncoder.fit(table, { columns: ["n", "n"] })).toThrow('expected each column once, got "n", "n"');
    expect(() => TableEncoder.fit(table, { minRows: 0 })).toThrow(
      "expected minRows to be a whole number from 1 up, got 0",
    );
    expect(() => TableEncoder.fit(table).encode(table, [])).toThrow("t.csv: expected rows to encode, got none");
    expect(() => TableEncoder.fit(table).encode(table, [-1])).toThrow("expected an index from 0 to 3, got -1");
  });

  it.each([
    undefined,
    {},
    { inputs: [], excluded: {} },
    { inputs: [{ type: "number", name: "a", missing: false, mean: null, deviation: 1 }], excluded: [] },
    { inputs: [{ type: "text", name: "a", missing: false, other: false, categories: [1] }], excluded: [] },
    { inputs: [{ type: "date", name: "a", missing: false }], excluded: [] },
    { inputs: [], excluded: [{ name: "a" }] },
  ])("is not restored from %j", (state) => {
    expect(() => TableEncoder.restore(state)).toThrow("TableEncoder.restore: expected what toJSON gave");
  });
});
