import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { DataError, readIdx } from "../../src/node/index.ts";
import { idxBytes } from "../idxBytes.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

const file = idxBytes(0x08, [2, 2], [1, 2, 3, 4]);

function written(name: string, bytes: Uint8Array): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

function messageOf(path: string): string {
  try {
    readIdx(path);
  } catch (error) {
    expect(error).toBeInstanceOf(DataError);
    return String(error).replace(`DataError: ${path}: `, "");
  }
  throw new Error("readIdx read the file");
}

describe("readIdx", () => {
  it("reads a plain file", () => {
    expect(readIdx(written("digits", file)).toArray()).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it("reads a compressed file whatever its name is", () => {
    expect(readIdx(written("digits.gz", gzipSync(file))).toArray()).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(readIdx(written("digits", gzipSync(file))).toArray()).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(readIdx(written("digits.gz", file)).toArray()).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it("names a file that is missing", () => {
    expect(messageOf(join(temporaryFolder(), "nothing"))).toBe("no such file");
    expect(messageOf(join(written("digits", file), "inside"))).toBe("no such file");
  });

  it("says when the path is that of a folder", () => {
    expect(messageOf(temporaryFolder())).toBe("expected a file, got a folder");
  });

  it("finds a changed byte in a compressed file by the check sum", () => {
    const compressed = gzipSync(file);
    compressed[compressed.length - 8] ^= 1;
    expect(messageOf(written("digits.gz", compressed))).toBe("damaged gzip: incorrect data check");
  });

  it("finds that a compressed file is cut off", () => {
    expect(messageOf(written("digits.gz", gzipSync(file).subarray(0, -9)))).toBe(
      "damaged gzip: unexpected end of file",
    );
  });

  it("names the file that is not IDX or is truncated", () => {
    expect(messageOf(written("text", Buffer.from("hello")))).toMatch(/^not IDX: .* got 68 65 6c 6c$/);
    expect(messageOf(written("digits", file.subarray(0, 14)))).toMatch(/^truncated: expected 16 bytes .* got 14$/);
    expect(messageOf(written("digits.gz", gzipSync(file.subarray(0, 14))))).toMatch(/^truncated/);
    expect(messageOf(written("empty", new Uint8Array(0)))).toMatch(/^not IDX: .* got 0$/);
  });

  it("gives messages of one line", () => {
    for (const path of [temporaryFolder(), written("text", Buffer.from("\n\n\n\n\n"))]) {
      expect(messageOf(path)).not.toContain("\n");
    }
  });
});
