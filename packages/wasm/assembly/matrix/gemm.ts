import { multiplyAlong } from "./along";
import { packColumns, packLines } from "./pack";
import { lanesOf } from "./parts";
import { tile, tileColumns, TILE_ROWS } from "./tile";

/** Most of the inner dimension in one block: a panel of B (12 KiB) stays in the L1 cache. */
const BLOCK_INNER: i32 = 256;
/** Most bytes of A that are packed in one block, which stays in the L2 cache: 288 rows of float32, 144 of float64. */
const BLOCK_BYTES: i32 = 294912;
/** Bytes of B that are gone through for one tile row. */
const GROUP_BYTES: i32 = 16384;

/**
 * C ← alpha·op(A)·op(B) + beta·C, in blocks of the inner dimension, then of rows, then of columns, then in tiles.
 * Panels of the block of A and of the group of columns of B are packed in scratch memory, where they are read in order,
 * unless they are used too seldom: then they are read where they lie, apart from those at the edges that are not whole.
 * Either way an element of C is the same sum, in the same order.
 *
 * With `along`, A·Bᵀ is computed along the rows of both, where sums are added up in another order. It is the caller's choice,
 * so that a part of C is the same whether it is computed on its own or not.
 *
 * `scratch` has the scales of C's tiles, then panels of A, then panels of B.
 */
@inline
export function multiply<T>(
  transposeA: bool, transposeB: bool, m: i32, n: i32, k: i32, alpha: T,
  a: usize, aLeading: usize, b: usize, bLeading: usize, beta: T, c: usize, cLeading: usize,
  along: bool, scratch: usize,
): void {
  if (ASC_FEATURE_RELAXED_SIMD && along) {
    multiplyAlong<T>(m, n, k, alpha, a, aLeading, b, bLeading, beta, c, cLeading);
    return;
  }
  const size = sizeof<T>();
  const aRow = transposeA ? size : aLeading * size, aColumn = transposeA ? aLeading * size : size;
  const bRow = transposeB ? size : bLeading * size, bColumn = transposeB ? bLeading * size : size;
  const cRow = cLeading * size;
  const scales = scratch;
  scratch += 64;
  v128.store(scales, v128.splat<T>(alpha));
  // Packing pays when a panel is used often: A's by every tile of columns, B's by every tile of rows.
  const packsA = k >= 64 && n >= (transposeA ? 48 : 192);
  const packsB = transposeB || (k >= 64 && m >= 32);
  const lanes = lanesOf<T>(), wide = tileColumns<T>();
  // Blocks of nearly the same size.
  const limit = BLOCK_INNER;
  const blocks = max(1, (k + limit - 1) / limit);
  const inner = max(4, ((k + blocks - 1) / blocks + 3) & ~3);
  const groupColumns = max(wide, GROUP_BYTES / (inner * <i32>size) / wide * wide);
  const mostRows = BLOCK_BYTES / (BLOCK_INNER * <i32>size);
  const rowBlocks = max(1, (m + mostRows - 1) / mostRows);
  const blockRows = ((m + rowBlocks - 1) / rowBlocks + TILE_ROWS - 1) / TILE_ROWS * TILE_ROWS;
  const packedA = scratch;
  const packedB = scratch + BLOCK_BYTES;
  const panelStep = <usize>TILE_ROWS * size;

  for (let p0 = 0; p0 == 0 || p0 < k; p0 += inner) {
    const kc = min(inner, k - p0);
    v128.store(scales, p0 == 0 ? v128.splat<T>(beta) : v128.splat<T>(1), 16);
    store<i32>(scales, p0 != 0 || beta != 0 ? 1 : 0, 32);
    for (let i0 = 0; i0 < m; i0 += blockRows) {
      const mc = min(blockRows, m - i0);
      const a0 = a + <usize>i0 * aRow + <usize>p0 * aColumn;
      const tail = mc % TILE_ROWS;
      for (let i = packsA ? 0 : transposeA && tail != 0 ? mc - tail : mc; i < mc; i += TILE_ROWS) {
        const to = packedA + <usize>(i * kc) * size;
        const rows = min(TILE_ROWS, mc - i);
        if (transposeA) packLines<T>(kc, TILE_ROWS, rows, a0 + <usize>i * aRow, aColumn, to);
        else packColumns<T>(kc, TILE_ROWS, rows, a0 + <usize>i * aRow, aRow, to);
      }
      for (let j0 = 0; j0 < n; j0 += groupColumns) {
        const nc = min(groupColumns, n - j0);
        const b0 = b + <usize>p0 * bRow + <usize>j0 * bColumn;
        for (let j = packsB ? 0 : nc - nc % wide; j < nc; j += wide) {
          const to = packedB + <usize>(j * kc) * size;
          const columns = min(wide, nc - j);
          const width = (columns + lanes - 1) / lanes * lanes;
          if (transposeB) packColumns<T>(kc, width, columns, b0 + <usize>j * bColumn, bColumn, to);
          else packLines<T>(kc, width, columns, b0 + <usize>j * bColumn, bRow, to);
        }
        for (let i = 0; i < mc; i += TILE_ROWS) {
          const rows = min(TILE_ROWS, mc - i);
          const fromPanel = packsA || (transposeA && rows < TILE_ROWS);
          const at = fromPanel ? packedA + <usize>(i * kc) * size : a0 + <usize>i * aRow;
          const aStep = fromPanel ? panelStep : aColumn;
          const c0 = c + <usize>(i0 + i) * cRow + <usize>j0 * size;
          for (let j = 0; j < nc; j += wide) {
            const columns = min(wide, nc - j);
            const packed = packsB || columns < wide;
            const bt = packed ? packedB + <usize>(j * kc) * size : b0 + <usize>j * bColumn;
            const bStep = packed ? <usize>((columns + lanes - 1) / lanes * 16) : bRow;
            tile<T>(
              fromPanel || transposeA, rows, columns, kc, at, aRow, aStep, bt, bStep,
              c0 + <usize>j * size, cRow, scales,
            );
          }
        }
      }
    }
  }
}
