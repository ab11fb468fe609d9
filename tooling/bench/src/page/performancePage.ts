import type { Page } from "./updatePage.ts";

const measured = {
  begin: "<!-- measured: `npm run bench` writes what is between this line and the next such, nobody else -->",
  end: "<!-- end of measured -->",
};

/** The page of `npm run bench`. */
export const performancePage: Page = {
  ...measured,
  draft: `# Performance

How fast Rushlight trains, beside other systems on the same machine. Ratios are of one run: they say more than times. How
they are measured is told in [tooling/bench](../tooling/bench), and what more cores would give in [Scaling](scaling.md).

${measured.begin}
${measured.end}

## Limits

- Every system trains on one batch again and again: reading and shuffling data is not measured, and memory is warm.
- PyTorch pays a few microseconds for each operation that it records for backward; in small networks that is most of its
  time. In large ones the products of matrices decide, and there it has the system's BLAS.
- TensorFlow.js and jax-js compute on one thread in Node. TensorFlow.js has no gradient of convolutions on its WebAssembly
  backend.
- Two threads need two cores that nobody else uses: on a busy machine PyTorch is far slower with two than with one.
`,
};
