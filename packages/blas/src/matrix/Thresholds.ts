/**
 * From how much work on a BLAS is called: multiplications for products, elements for vectors. Below, the call costs more
 * than it gains.
 */
export interface Threshold {
  /** When all operands are resident: the kernels below compute in place too. */
  readonly resident: number;
  /** When one is managed: the kernels below copy it. */
  readonly managed: number;
}

/** The thresholds of all operations. */
export type Thresholds = Readonly<Record<"gemm" | "gemv" | "ger" | "dot" | "axpy", Threshold>>;

/**
 * Measured with OpenBLAS and 256-bit vectors against the WebAssembly kernels with relaxed SIMD: where both take the same
 * time. A call takes 0.15 to 0.4 µs with all that goes before it; longest for managed operands that do not begin their array.
 */
export const measuredThresholds: Thresholds = {
  gemm: { resident: 16_384, managed: 4096 },
  gemv: { resident: 4096, managed: 1024 },
  ger: { resident: 4096, managed: 512 },
  dot: { resident: 256, managed: 128 },
  axpy: { resident: 768, managed: 128 },
};

/** Everything goes to the BLAS that it can take. */
export const noThresholds: Thresholds = {
  gemm: { resident: 0, managed: 0 },
  gemv: { resident: 0, managed: 0 },
  ger: { resident: 0, managed: 0 },
  dot: { resident: 0, managed: 0 },
  axpy: { resident: 0, managed: 0 },
};
