import { describe, expect, it } from "vitest";
import { count, counted, loss, oneLine, percent, table, wrap } from "../src/index.ts";

describe("table", () => {
  it("stands cells in columns without lines, and leaves no space at the end of a line", () => {
    const text = table(
      [
        ["mean", "12.5", "x"],
        ["network", "3.25", ""],
      ],
      {
        head: ["model", "error", "note"],
        align: ["left", "right", "left"],
      },
    );
    expect(text.split("\n")).toEqual(["model    error  note", "mean      12.5  x", "network   3.25"]);
  });

  it("counts columns, not characters: wide letters take two, colours none", () => {
    const text = table([
      ["\u001b[31mred\u001b[39m", "1"],
      ["数字", "2"],
    ]);
    expect(text.split("\n")).toEqual(["\u001b[31mred\u001b[39m   1", "数字  2"]);
  });
});

describe("numbers", () => {
  it("are grouped, counted, and rounded", () => {
    expect([count(60_000), counted(1, "thread"), counted(2000, "image")]).toEqual([
      "60,000",
      "1 thread",
      "2,000 images",
    ]);
    expect([loss(0.09123), loss(12.3456), percent(97.449)]).toEqual(["0.0912", "12.346", "97.45 %"]);
  });
});

describe("oneLine", () => {
  it("escapes what would break a line or move the cursor", () => {
    expect(oneLine("a\nb\u001b[2Jc")).toBe("a\\nb\\u001b[2Jc");
  });
});

describe("wrap", () => {
  it("breaks at spaces, indents what goes on, and leaves words that are too long", () => {
    expect(wrap("  one two three", 10)).toBe("  one two\n    three");
    expect(wrap("abcdefghijklmnop", 10)).toBe("abcdefghijklmnop");
    expect(wrap("short\nlines", 10)).toBe("short\nlines");
    expect(wrap("abcdefghijklmnop and more words", 10)).toBe("abcdefghijklmnop\n  and more\n  words");
    expect(wrap("a abcdefghijklmnop", 10)).toBe("a\n  abcdefghijklmnop");
  });

  it("indents what goes on by as much as is asked for", () => {
    expect(wrap(" one two three four", 10, 0)).toBe(" one two\n three\n four");
  });
});
