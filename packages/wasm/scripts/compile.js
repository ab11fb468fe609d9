// Compiles the kernels in `assembly`, once for each instruction set, and writes them as text into modules, so that neither
// Node nor bundlers nor browsers have to fetch a file.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const home = join(dirname(fileURLToPath(import.meta.url)), "..");
const target = join(home, "src", "generated");

/** The most memory that a 32-bit address reaches, in pages of 64 KiB. */
const MOST_PAGES = 65_536;

const variants = [
  { name: "simd", features: ["simd"] },
  { name: "relaxed", features: ["simd", "relaxed-simd"] },
];

mkdirSync(target, { recursive: true });
for (const { name, features } of variants) {
  const binary = await compile(name, features);
  // The names are the same in all; this Node may not know the instructions of the others.
  if (name === "simd") writeNames(binary);
  writeFileSync(
    join(target, `${name}.ts`),
    `export const ${name}Kernels: string =\n  "${Buffer.from(binary).toString("base64")}";\n`,
  );
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
