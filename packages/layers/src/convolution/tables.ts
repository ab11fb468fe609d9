import { ArgumentError, randperm, type Tensor, tensor } from "@rushlight/tensor";
import { isCount } from "./ConvolutionLayer.ts";

/** Makes tables of connections between planes. */
export interface ConnectionTables {
  /**
   * Every plane of the input with every plane of the output: `[nin·nout, 2]`, one output after the other.
   *
   * @throws ArgumentError for planes below 1
   */
  full(nin: number, nout: number): Tensor<"int32">;
  /**
   * Each plane of the input with the same one of the output: `[nfeat, 2]`.
   *
   * @throws ArgumentError for planes below 1
   */
  oneToOne(nfeat: number): Tensor<"int32">;
  /**
   * Each plane of the output with so many planes of the input, drawn so that they take turns: `[nto·nout, 2]`.
   *
   * @param nto the planes of the input for each of the output, at most nin
   * @throws ArgumentError for planes below 1, and for more planes than there are
   */
  random(nin: number, nout: number, nto: number): Tensor<"int32">;
}

/**
 * Makes tables of connections for SpatialConvolutionMap and SpatialFullConvolutionMap: pairs of the plane that a connection
 * comes from and the plane that it goes to, counted from 0. Torch's `nn.tables`.
 *
 * @example
 * ```ts
 * import { tables } from "@rushlight/layers";
 * import { manualSeed } from "@rushlight/tensor";
 *
 * console.log(tables.full(2, 2).toArray()); // [ [ 0, 0 ], [ 1, 0 ], [ 0, 1 ], [ 1, 1 ] ]
 * console.log(tables.oneToOne(2).toArray()); // [ [ 0, 0 ], [ 1, 1 ] ]
 * manualSeed(1);
 * console.log(tables.random(4, 2, 2).size()); // [ 4, 2 ]
 * ```
 */
export const tables: ConnectionTables = {
  full(nin, nout) {
    checkPlanes("full", nin, nout);
    return tableOf(indices(nout).flatMap((to) => indices(nin).map((from) => [from, to])));
  },

  oneToOne(nfeat) {
    checkPlanes("oneToOne", nfeat);
    return tableOf(indices(nfeat).map((plane) => [plane, plane]));
  },

  random(nin, nout, nto) {
    checkPlanes("random", nin, nout, nto);
    if (nto > nin) throw new ArgumentError(`tables.random: expected at most ${nin} planes for each output, got ${nto}`);
    const turns = Math.floor(nin / nto);
    let order = shuffled(nin);
    let turn = 0;
    return tableOf(
      indices(nout).flatMap((to) => {
        const chosen = order.slice(turn * nto, (turn + 1) * nto);
        turn++;
        // As in Torch, also when no output is left to draw for.
        if (turn === turns) {
          order = shuffled(nin);
          turn = 0;
        }
        return chosen.map((from) => [from, to]);
      }),
    );
  },
};

function tableOf(pairs: number[][]): Tensor<"int32"> {
  return tensor(pairs, { dtype: "int32" });
}

function indices(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

function shuffled(count: number): number[] {
  return [...randperm(count).values()];
}

function checkPlanes(name: string, ...planes: readonly number[]): void {
  if (planes.every(isCount)) return;
  throw new ArgumentError(`tables.${name}: expected whole numbers from 1, got ${planes.join(", ")}`);
}
