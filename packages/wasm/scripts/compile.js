// Compiles the kernels in `assembly`, once for each instruction set, and writes them as text into modules, so that neither
// Node nor bundlers nor browsers have to fetch a file.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";
import { difference } from "./difference.js";

const home = join(dirname(fileURLToPath(import.meta.url)), "..");
const target = join(home, "src", "generated");

/** The most memory that a 32-bit address reaches, in pages of 64 KiB. */
const MOST_PAGES = 65_536;

mkdirSync(target, { recursive: true });
const simd = await compile("simd", ["simd"]);
const relaxed = await compile("relaxed", ["simd", "relaxed-simd"]);
writeNames(simd);
// In hexadecimal digits what repeats in the binary repeats in the text, so that compression finds it; base64 hides it. The
// second build is mostly the first one: only what differs is written.
writeText("simd", simd.toString("hex"));
writeText("relaxed", difference(simd, relaxed));

function writeText(name, text) {
  writeFileSync(join(target, `${name}.ts`), `export const ${name}Kernels: string =\n  "${text}";\n`);
}

function writeNames(binary) {
  const names = WebAssembly.Module.exports(new WebAssembly.Module(binary)).map((each) => `  | "${each.name}"`);
  const comment = "/** The functions that the kernels export. */";
  writeFileSync(join(target, "KernelName.ts"), `${comment}\nexport type KernelName =\n${names.join("\n")};\n`);
}

async function compile(name, features) {
  const file = join(tmpdir(), `rushlight-kernels-${process.pid}-${name}.wasm`);
  const { error, stderr } = await asc.main([
    join(home, "assembly", "index.ts"),
    ...["--outFile", file],
    ...features.flatMap((feature) => ["--enable", feature]),
    ...["--importMemory", "--initialMemory", "1", "--maximumMemory", String(MOST_PAGES)],
    ...["-O3", "--noAssert", "--converge", "--runtime", "stub", "--use", "abort=", "--noExportMemory"],
  ]);
  if (error !== null) {
    process.stderr.write(stderr.toString());
    throw error;
  }
  const binary = readFileSync(file);
  rmSync(file);
  return binary;
}
