import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** What stands before and after the part of a page that is made by the program. */
const BEGIN = "<!-- measured: `npm run bench` writes what is between this line and the next such, nobody else -->";
const END = "<!-- end of measured -->";

/** A page that is not there yet: the parts outside the markers are for people to write. */
const draft = `# Performance

How fast Rushlight trains, beside other systems on the same machine. Ratios are of one run: they say more than times. How
they are measured is told in [tooling/bench](../tooling/bench).

${BEGIN}
${END}

## Limits

- Every system trains on one batch again and again: reading and shuffling data is not measured, and memory is warm.
- PyTorch pays a few microseconds for each operation that it records for backward; in small networks that is most of its
  time. In large ones the products of matrices decide, and there it has the system's BLAS.
- TensorFlow.js and jax-js compute on one thread in Node. TensorFlow.js has no gradient of convolutions on its WebAssembly
  backend.
- Two threads need two cores that nobody else uses: on a busy machine PyTorch is far slower with two than with one.
`;

/**
 * Checks that a page can be brought up to date, before anything is measured.
 *
 * @throws Error for a file without the markers, which is somebody's own
 */
export function checkPage(file: string): void {
  if (existsSync(file)) split(file, readFileSync(file, "utf8"));
}

/**
 * Puts a new measured part into a page, and leaves the rest as it is; makes the page when it is not there.
 *
 * @throws Error for a file without the markers
 */
export function updatePage(file: string, measured: string): void {
  const [before, after] = split(file, existsSync(file) ? readFileSync(file, "utf8") : draft);
  writeFileSync(file, `${before}${BEGIN}\n\n${measured.trim()}\n\n${END}${after}`);
}

function split(file: string, page: string): [before: string, after: string] {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`${file}: expected the markers "${BEGIN}" and "${END}", in this order`);
  return [page.slice(0, begin), page.slice(end + END.length)];
}
