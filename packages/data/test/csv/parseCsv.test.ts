import { type CsvOptions, type CsvSource, csvRows, formatCsvRow, parseCsv } from "@rushlight/data/csv";
import { ArgumentError } from "@rushlight/tensor";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/** The columns of a table as plain lists; null where a value is missing. */
async function columnsOf(source: CsvSource, options?: CsvOptions): Promise<Record<string, unknown[]>> {
  const table = await parseCsv(source, options);
  return Object.fromEntries(
    table.columns.map((column) => [
      column.name,
      column.type === "number"
        ? Array.from(column.values, (value) => (Number.isNaN(value) ? null : value))
        : Array.from(column.codes, (code) => (code < 0 ? null : column.texts[code])),
    ]),
  );
}

function messageOf(source: CsvSource, options: CsvOptions = {}): Promise<string> {
  return parseCsv(source, { name: "houses.csv", ...options }).then(
    () => "no error",
    (error: unknown) => String(error),
  );
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("what parseCsv reads", () => {
  it("numbers and texts by the names in the header", async () => {
    expect(await columnsOf("a,b\n1,x\n-2.5e3,y\n.5,x\n")).toEqual({ a: [1, -2500, 0.5], b: ["x", "y", "x"] });
  });

  it.each([
    ["commas", "a,b;c\n1,2\n", { a: [1], "b;c": [2] }],
    ["semicolons", "a;b\n1;2\n", { a: [1], b: [2] }],
    ["tabs", "a\tb,c\td\n\t2\t\n1\t\t3\n", { a: [null, 1], "b,c": [2, null], d: [null, 3] }],
    ["one column", "a\n1\n2\n", { a: [1, 2] }],
  ])("%s", async (_, text, expected) => {
    expect(await columnsOf(text)).toEqual(expected);
  });

  it("delimiters inside of quotes do not count for which is most frequent", async () => {
    expect(await columnsOf('"a,b,c";d\n1;2\n')).toEqual({ "a,b,c": [1], d: [2] });
  });

  it("quotes with delimiters, quotes and line breaks inside", async () => {
    expect(await columnsOf('a,b\n"x, ""y""","1\n2"\n')).toEqual({ a: ['x, "y"'], b: ["1\n2"] });
  });

  it.each(["\n", "\r\n", "\r"])("rows that end with %j, and a last row without", async (end) => {
    expect(await columnsOf(["a,b", "1,2", "3,4"].join(end))).toEqual({ a: [1, 3], b: [2, 4] });
  });

  it("empty lines and spaces around fields as nothing", async () => {
    expect(await columnsOf('\n a , b \n\n 1 , "x" \n\n')).toEqual({ a: [1], b: ["x"] });
  });

  it("many empty lines before the first row, quickly", async () => {
    expect(await columnsOf(`${"\n \n".repeat(300_000)}a;b\n1;2\n`)).toEqual({ a: [1], b: [2] });
  });

  it("a byte order mark as nothing", async () => {
    expect(await columnsOf("\uFEFFa\n1\n")).toEqual({ a: [1] });
    expect(await columnsOf(bytes("\uFEFFa\n1\n"))).toEqual({ a: [1] });
  });

  it("the usual marks of missing values, and no others", async () => {
    const marks = ["", "NA", "N/A", "NaN", "nan", "null", "NULL", "?"];
    const text = `a,b\n${marks.map((mark) => `${mark},${mark}\n`).join("")}1,none\n`;
    const none = marks.map(() => null);
    expect(await columnsOf(text)).toEqual({ a: [...none, 1], b: [...none, "none"] });
  });

  it("marks of missing values that are named instead", async () => {
    expect(await columnsOf("a,b\n-999,NA\n1,x\n", { missing: ["-999"] })).toEqual({ a: [null, 1], b: ["NA", "x"] });
  });

  it("decimal commas when told so", async () => {
    expect(await columnsOf("a;b\n1,5;2\n,5;-1,5e-1\n", { decimal: "," })).toEqual({ a: [1.5, 0.5], b: [2, -0.15] });
  });

  it("encodings that are named, and UTF-16 by its mark", async () => {
    expect(await columnsOf(Uint8Array.of(0x61, 0x0a, 0xe9, 0x0a), { encoding: "windows-1252" })).toEqual({ a: ["é"] });
    expect(await columnsOf(Uint8Array.of(0xff, 0xfe, 0x61, 0, 0x0a, 0, 0xe9, 0))).toEqual({ a: ["é"] });
  });

  it("chunks that end anywhere, as the whole", async () => {
    const text = 'näme,"b ""q"""\r\n"x\r\n😀",1\r\nž,2\r\n';
    const whole = await columnsOf(text);
    const encoded = bytes(text);
    expect(whole).toEqual({ näme: ["x\n😀", "ž"], 'b "q"': [1, 2] });
    for (let size = 1; size < 12; size++) {
      const chunks = function* <T extends string | Uint8Array>(source: T): Generator<string | Uint8Array> {
        for (let at = 0; at < source.length; at += size) yield source.slice(at, at + size);
      };
      expect(await columnsOf(chunks(encoded))).toEqual(whole);
      expect(await columnsOf(chunks(text))).toEqual(whole);
    }
  });

  it("chunks that come with time", async () => {
    async function* slow(): AsyncGenerator<string> {
      yield "a\n1";
      await Promise.resolve();
      yield "2\n";
    }
    expect(await columnsOf(slow())).toEqual({ a: [12] });
  });

  it("a long text in pieces without breaking characters", async () => {
    const rows = Array.from({ length: 30_000 }, (_, row) => `${"😀".repeat(1 + (row % 3))},${row}`);
    const table = await parseCsv(`a,b\n${rows.join("\n")}`);
    expect(table.texts("a").texts).toEqual(["😀", "😀😀", "😀😀😀"]);
    expect(table.numbers("b")[29_999]).toBe(29_999);
    expect(table.lines[29_999]).toBe(30_001);
  });

  it("what formatCsvRow writes", async () => {
    const field = fc.oneof(fc.string(), fc.constantFrom('"', ",", ";", "\n", " x ", "\t", "1", "NA"));
    // Spaces around texts and carriage returns are not kept, and a field with a number in the first row is no header.
    const kept = (text: string): string => text.replace(/[\r\0]/g, "").trim();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 5 }), async (rows) => {
        const cleaned = rows.map((row) => row.map((text) => kept(text)));
        const text = [["first", "second"], ...cleaned].map((row) => formatCsvRow(row)).join("");
        const read: string[][] = [];
        for await (const block of csvRows(text)) read.push(...block.rows.map((row) => [...row]));
        expect(read).toEqual(cleaned);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a column that has numbers only by the other decimal sign", () => {
  it("is an error that says what decimal would make of it", async () => {
    expect(await messageOf("size;price\nNA;100\n9;100\n10,5;120\n11,5;130\n")).toBe(
      'DataError: houses.csv: line 4, column 1 (size): expected a number, got "10,5"; with decimal: "," it is 10.5',
    );
    expect(await messageOf('people\n"1,234"\n"2,345"\n')).toContain('got "1,234"; with decimal: "," it is 1.234');
  });

  it("has texts when the options say so", async () => {
    expect(await columnsOf("a;b\n1,5;2\n", { types: { a: "text" } })).toEqual({ a: ["1,5"], b: [2] });
    expect(await columnsOf("a;b\n1,5;2\n", { decimal: "." })).toEqual({ a: ["1,5"], b: [2] });
    expect(await columnsOf("a;b\n1.5;2\n", { decimal: "," })).toEqual({ a: ["1.5"], b: [2] });
  });
});

describe("the header", () => {
  it("is missing when a field of the first row is a number", async () => {
    expect(await columnsOf("x,1\ny,2\n")).toEqual({ column1: ["x", "y"], column2: [1, 2] });
  });

  it("is there or not as told", async () => {
    expect(await columnsOf("2019,2020\n1,2\n", { header: true })).toEqual({ 2019: [1], 2020: [2] });
    expect(await columnsOf("a,b\nc,d\n", { header: false })).toEqual({ column1: ["a", "c"], column2: ["b", "d"] });
  });

  it("may leave out names, as that of the row numbers that other programs write", async () => {
    expect(await columnsOf(",a\n1,2\n3,4\n")).toEqual({ column1: [1, 3], a: [2, 4] });
    expect(await columnsOf('"",a,\n1,2,\n')).toEqual({ column1: [1], a: [2], column3: [null] });
    expect(await messageOf(",column1\n1,2\n")).toBe(
      'DataError: houses.csv: line 1, column 2: expected another name than in column 1, got "column1" again',
    );
  });

  it("must name columns differently", async () => {
    expect(await messageOf("a,b, a\n1,2,3\n")).toBe(
      'DataError: houses.csv: line 1, column 3: expected another name than in column 1, got "a" again',
    );
  });

  it("may be all there is", async () => {
    const table = await parseCsv("a,b\n");
    expect([table.names, table.length]).toEqual([["a", "b"], 0]);
  });
});

describe("the types of columns", () => {
  const numbers = (count: number): string => "1\n".repeat(count);

  it("are numbers when nine in ten are, and then the others are errors", async () => {
    expect(await messageOf(`price\n${numbers(9)}much\n`)).toBe(
      'DataError: houses.csv: line 11, column 1 (price): expected a number, got "much"',
    );
    expect((await parseCsv(`price\n${numbers(8)}much\n`)).column("price").type).toBe("text");
  });

  it("do not count what is missing", async () => {
    expect((await parseCsv(`a\n${"NA\n".repeat(50)}x\n`)).column("a").type).toBe("text");
    expect((await parseCsv(`a,b\n${"NA,1\n".repeat(5)}`)).column("a").type).toBe("number");
  });

  it("are found out from the first 1000 rows", async () => {
    expect(await messageOf(`a\n${numbers(1000)}x\n`)).toContain('line 1002, column 1 (a): expected a number, got "x"');
  });

  it("are those that are told", async () => {
    expect(await columnsOf("zip,n\n007,1\n", { types: { zip: "text" } })).toEqual({ zip: ["007"], n: [1] });
    expect(await messageOf('a,b\n"x\ny",1\n', { types: { a: "number" } })).toContain(
      'line 2, column 1 (a): expected a number, got "x\\ny"',
    );
  });

  it.each([
    ["1.234,5", ""],
    ["1,234.5", ""],
    ["3,5", '; with decimal: "," it is 3.5'],
    ["0x10", ""],
    ["1e999", ""],
    ["Infinity", ""],
    ["5 %", ""],
    ["1_000", ""],
    ["١", ""],
  ])("have no number in %s", async (field, advice) => {
    expect(await messageOf(`a;b\n${field};1\n`, { types: { a: "number" } })).toBe(
      `DataError: houses.csv: line 2, column 1 (a): expected a number, got "${field}"${advice}`,
    );
  });

  it("advise points where numbers have them", async () => {
    expect(await messageOf("a\n3.5\n", { types: { a: "number" }, decimal: "," })).toContain(
      'got "3.5"; with decimal: "." it is 3.5',
    );
  });
});

describe("what parseCsv refuses, and where it says that is", () => {
  it.each([
    ["nothing", "", "expected rows, got an empty file"],
    ["empty lines alone", "\n\r\n\n", "expected rows, got an empty file"],
    ["a row that is too short", "a,b\n1,2\n\n3\n", "line 4: expected 2 fields as in the first row, got 1"],
    ["a row that is too long", 'a\n"x\ny"\n1,2\n', "line 4: expected 1 field as in the first row, got 2"],
    ["a quote that is not closed", 'a,b\n1,2\n3,"4\n5,6\n', "line 3, column 2: expected a second quote"],
    [
      "a quote that is not closed, below empty lines",
      'a\n\n \n1\n\n\n"2\n\n3',
      "line 7, column 1: expected a second quote",
    ],
    ["more behind a quote", 'a,b\n1,2\n3,"4"5\n', "line 3, column 2: expected the end of the field"],
    ["a quote within a field", 'a,b\n1,5" pipe\n', "line 2, column 2: expected no quote inside of a field"],
    ["a zero byte", "a,b\n1,2\n\0", "line 3: expected text, got a zero byte"],
  ])("%s", async (_, text, problem) => {
    expect(await messageOf(text)).toContain(`houses.csv: ${problem}`);
    expect(await messageOf(bytes(text))).toContain(`houses.csv: ${problem}`);
  });

  it("counts line breaks within quotes, of all kinds", async () => {
    const text = 'a,b\r\n"1\r\n2\r\r\n3",x\r\n"y\r\nz","much"\r\n';
    expect(await messageOf(text, { types: { b: "number" } })).toContain("line 5, column 2 (b)");
    expect(await messageOf(`a,b\r\n"1\r\n2",3\r\n4\r\n`)).toContain("line 4: expected 2 fields");
  });

  it("bytes that are no UTF-8, in a later chunk too", async () => {
    const wrong = Uint8Array.of(0x31, 0x0a, 0x32, 0xe9, 0x0a);
    expect(await messageOf([bytes("a\n"), wrong])).toBe(
      "DataError: houses.csv: line 3: expected text in UTF-8, got other bytes; the option encoding names another",
    );
    expect(await messageOf([bytes("a\n1\n"), Uint8Array.of(0xe2, 0x82)])).toContain("line 3: expected text in UTF-8");
  });

  it("a row without end, before it takes much memory", async () => {
    let given = 0;
    function* endless(): Generator<string> {
      yield 'a,b\n1,2\n3,"';
      for (; given < 64; given++) yield "x".repeat(2 ** 18);
    }
    expect(await messageOf(endless())).toContain("line 3, column 2: expected a row of at most 1,048,576 characters");
    expect(given).toBeLessThan(10);
  });

  it("a file without line breaks, which has no rows", async () => {
    expect(await messageOf("x".repeat(3_000_000))).toContain("expected a row of at most 1,048,576 characters");
  });

  it("columns that are not there, with those that are", async () => {
    const problem = 'houses.csv: expected a column "prize", got "rooms", "price"; is "price" meant?';
    expect(await messageOf("rooms,price\n1,2\n", { columns: ["prize"] })).toContain(problem);
    expect(await messageOf("rooms,price\n1,2\n", { types: { prize: "number" } })).toContain(problem);
    const table = await parseCsv("rooms,price\n1,2\n");
    expect(() => table.column("prize")).toThrow('CSV: expected a column "prize"');
    expect(() => table.column("area")).toThrow(/got "rooms", "price"$/);
  });

  it("what is asked of a table for the wrong type", async () => {
    const table = await parseCsv("a,b\nNA,1\n\nx,2\n", { name: "t.csv" });
    expect(() => table.numbers("a")).toThrow('t.csv: line 4, column 1 (a): expected numbers, got "x"');
    expect(() => table.texts("b")).toThrow('t.csv: expected texts in column "b", got numbers');
  });

  it.each([
    [{ delimiter: "|" }, /expected delimiter to be ",", ";" or a tab, got "\|"/],
    [{ rows: 0 }, /expected rows to be a whole number from 1 up, got 0/],
    [{ seed: -1 }, /expected seed/],
    [{ decimal: "" }, /expected decimal/],
    [{ types: { a: "date" } }, /expected types/],
    [{ missing: "NA" }, /expected missing to be a list of texts, got "NA"/],
    [{ columns: ["a", "a"] }, /expected columns to be a list of names, each once/],
    [{ header: 1 }, /expected header to be true or false, got 1/],
    [{ encoding: "klingon" }, /expected an encoding that TextDecoder knows, got "klingon"/],
    [{ separator: ";" }, /expected options named .*, got "separator"/],
  ])("the options %j", async (options, message) => {
    // @ts-expect-error: not what the types allow
    const result = parseCsv(bytes("a\n1\n"), options);
    await expect(result).rejects.toThrow(ArgumentError);
    await expect(result).rejects.toThrow(message);
  });
});

it("csvRows asks for the next piece only when the rows of the last one were taken", async () => {
  let given = 0;
  async function* pieces(): AsyncGenerator<string> {
    yield "a,b\n";
    for (; given < 50; given++) yield "1,x\n".repeat(1000);
  }
  let taken = 0;
  for await (const { rows } of csvRows(pieces())) {
    taken += rows.length;
    expect(1000 * given - taken).toBeLessThan(3000);
  }
  expect(taken).toBe(50_000);
});

describe("some columns, some rows", () => {
  const many = (count: number): string =>
    `id,half,name\n${Array.from({ length: count }, (_, row) => `${row},${row / 2},n${row}`).join("\n")}\n`;

  it("keeps the columns that are named, in that order", async () => {
    expect((await parseCsv(many(3), { columns: ["name", "id"] })).names).toEqual(["name", "id"]);
  });

  it("keeps a sample of the rows in the order of the file, the same for the same seed", async () => {
    const sample = async (seed: number): Promise<number[]> => {
      const table = await parseCsv(many(5000), { rows: 100, seed });
      expect([table.length, table.rowsRead]).toEqual([100, 5000]);
      const ids = [...table.numbers("id")];
      expect([...table.numbers("half")]).toEqual(ids.map((id) => id / 2));
      expect([...table.lines]).toEqual(ids.map((id) => id + 2));
      expect(table.texts("name").texts).toEqual(ids.map((id) => `n${id}`));
      return ids;
    };
    const ids = await sample(1);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
    expect(await sample(1)).toEqual(ids);
    expect(await sample(2)).not.toEqual(ids);
    expect(Math.abs(ids.reduce((sum, id) => sum + id, 0) / 100 - 2500)).toBeLessThan(600);
  });

  it("keeps all rows when there are not more", async () => {
    const table = await parseCsv(many(7), { rows: 7 });
    expect([...table.numbers("id")]).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it("checks the rows that it does not keep", async () => {
    expect(await messageOf(`${many(3000)}x,1,y\n`, { rows: 1 })).toContain("line 3002, column 1 (id)");
  });
});
