import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parseCsv } from "@rushlight/data/csv";
import { DataError, readCsv, readCsvRows } from "@rushlight/data/node";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "./temporaryFolder.ts";

function fileOf(name: string, contents: string | Uint8Array): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, contents);
  return path;
}

const rows = Array.from({ length: 20_000 }, (_, row) => `${row},"n ${row % 7}",${row / 8}`);
const text = `id,name,eighth\n${rows.join("\n")}\n`;

describe("readCsv", () => {
  it("reads what parseCsv reads, compressed or not", async () => {
    const expected = (await parseCsv(text)).columns;
    expect((await readCsv(fileOf("a.csv", text))).columns).toEqual(expected);
    expect((await readCsv(fileOf("a.csv.gz", gzipSync(text)))).columns).toEqual(expected);
  });

  it("begins its messages with the path, or with a name that is given", async () => {
    const path = fileOf("a.csv", "a,b\n1\n");
    await expect(readCsv(path)).rejects.toThrow(`${path}: line 2: expected 2 fields`);
    await expect(readCsv(path, { name: "a" })).rejects.toThrow("a: line 2: expected 2 fields");
  });

  it.each([
    ["a file that is not there", (folder: string) => join(folder, "none.csv"), "none.csv: no such file"],
    ["a folder", (folder: string) => join(folder, "inside"), "inside: expected a file, got a folder"],
    ["an empty file", (folder: string) => join(folder, "empty.csv"), "empty.csv: expected rows, got an empty file"],
    ["damaged gzip", (folder: string) => join(folder, "cut.gz"), "cut.gz: can not be read: unexpected end of file"],
    ["an image", (folder: string) => join(folder, "image.csv"), "image.csv: line 1: expected text in UTF-8"],
  ])("refuses %s", async (_, pathIn, problem) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "inside"));
    writeFileSync(join(folder, "empty.csv"), "");
    writeFileSync(join(folder, "cut.gz"), gzipSync(text).subarray(0, 5000));
    writeFileSync(join(folder, "image.csv"), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a));
    const result = readCsv(pathIn(folder));
    await expect(result).rejects.toThrow(DataError);
    await expect(result).rejects.toThrow(problem);
  });
});

describe("readCsvRows", () => {
  it("gives all rows as they are written, block by block", async () => {
    const read: string[] = [];
    let blocks = 0;
    for await (const block of readCsvRows(fileOf("a.csv", text))) {
      blocks++;
      block.rows.forEach(([id, name, eighth], index) => {
        read.push(`${id},"${name}",${eighth}`);
        expect(block.lines[index]).toBe(Number(id) + 2);
      });
    }
    expect(read).toEqual(rows);
    expect(blocks).toBeGreaterThan(1);
  });
});
