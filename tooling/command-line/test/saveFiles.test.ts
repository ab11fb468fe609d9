import { spawnSync } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { OutputError } from "../src/errors/OutputError.ts";
import { makeFolder } from "../src/files/makeFolder.ts";
import { saveFile, saveFiles } from "../src/files/saveFiles.ts";
import { temporaryFolder } from "../src/testing/index.ts";

describe("saveFiles", () => {
  it("writes all files, makes the folder, and tells where they are", () => {
    const folder = join(temporaryFolder(), "deep", "down");
    const paths = saveFiles(folder, { "a.txt": "text", "b.bin": Uint8Array.of(1, 2) });
    expect(paths).toEqual({ "a.txt": join(folder, "a.txt"), "b.bin": join(folder, "b.bin") });
    expect(readFileSync(paths["a.txt"], "utf8")).toBe("text");
    expect([...readFileSync(paths["b.bin"])]).toEqual([1, 2]);
  });

  it("replaces earlier files and leaves nothing else behind", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "a.txt"), "earlier");
    saveFiles(folder, { "a.txt": "later" });
    expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("later");
    expect(readdirSync(folder)).toEqual(["a.txt"]);
  });

  it("leaves all earlier files as they are when one can not be written", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "a.txt"), "earlier");
    expect(() => saveFiles(folder, { "a.txt": "later", "no/such/folder.txt": "text" })).toThrow(OutputError);
    expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("earlier");
    expect(readdirSync(folder)).toEqual(["a.txt"]);
  });

  it("names the path when a folder has the name of a file", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "a.txt"));
    writeFileSync(join(folder, "0.txt"), "earlier");
    expect(() => saveFiles(folder, { "0.txt": "later", "a.txt": "text" })).toThrow(
      new OutputError(`${join(folder, "a.txt")}: can not be replaced: it is not a file`),
    );
    expect(readFileSync(join(folder, "0.txt"), "utf8")).toBe("earlier");
    expect(readdirSync(folder)).toEqual(["0.txt", "a.txt"]);
  });

  it("keeps the permissions of an earlier file", () => {
    const folder = temporaryFolder();
    const path = join(folder, "a.txt");
    writeFileSync(path, "earlier");
    chmodSync(path, 0o600);
    saveFiles(folder, { "a.txt": "later" });
    expect(readFileSync(path, "utf8")).toBe("later");
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("replaces what a link points to, and leaves the link", () => {
    const folder = temporaryFolder();
    const elsewhere = join(temporaryFolder(), "target.txt");
    writeFileSync(elsewhere, "earlier");
    const link = join(folder, "a.txt");
    symlinkSync(elsewhere, link);
    expect(saveFiles(folder, { "a.txt": "later" })).toEqual({ "a.txt": link });
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(elsewhere, "utf8")).toBe("later");
    expect([readdirSync(folder), readdirSync(dirname(elsewhere))]).toEqual([["a.txt"], ["target.txt"]]);
  });

  it("does not put a file in the place of a device", () => {
    expect(() => saveFile("/dev/null", "text")).toThrow("/dev/null: can not be replaced: it is not a file");
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  it("removes what a program that was killed had begun to write, and nothing else", async () => {
    const folder = temporaryFolder();
    const dead = spawnSync(process.execPath, ["--version"]).pid;
    const others = [`.b.txt.${dead}`, `.a.txt.${process.ppid}`, "a.txt.1", ".a.txt"];
    for (const name of [`.a.txt.${dead}`, ...others]) writeFileSync(join(folder, name), "begun");
    saveFiles(folder, { "a.txt": "whole" });
    expect(readdirSync(folder).sort()).toEqual([...others, "a.txt"].sort());
  });
});

describe("makeFolder", () => {
  it("names the folder when a file has its name", () => {
    const file = join(temporaryFolder(), "file");
    writeFileSync(file, "");
    expect(() => makeFolder(file)).toThrow(OutputError);
    expect(() => makeFolder(join(file, "inside"))).toThrow(`${join(file, "inside")}: the folder can not be made: `);
  });
});
