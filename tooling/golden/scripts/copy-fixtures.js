// pnpm copy-fixtures FOLDER: makes the package's own copy of a folder of fixtures, each file compressed.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";

const [source, ...rest] = process.argv.slice(2);
if (source === undefined || rest.length > 0) {
  console.error("Usage: pnpm copy-fixtures FOLDER");
  process.exit(1);
}
const from = resolve(process.env.INIT_CWD ?? ".", source);
const to = join(dirname(import.meta.dirname), "fixtures");
const files = readdirSync(from, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".json"));
if (files.length === 0) {
  console.error(`${from} holds no JSON files.`);
  process.exit(1);
}
rmSync(to, { recursive: true, force: true });
for (const file of files) {
  const copy = join(to, `${file}.gz`);
  mkdirSync(dirname(copy), { recursive: true });
  writeFileSync(copy, gzipSync(readFileSync(join(from, file)), { level: 9 }));
}
console.log(`${files.length} files in ${to}`);
