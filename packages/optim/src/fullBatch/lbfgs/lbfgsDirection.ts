import { Tensor } from "@rushlight/tensor";
import { scratch } from "../../state/scratch.ts";
import type { LbfgsState } from "./LbfgsConfig.ts";

/** A step says something of the curvature when y·s is above this. */
const LEAST_CURVATURE = 1e-10;

/** A state as it is once there has been a direction. */
export type Directed = LbfgsState & Required<Omit<LbfgsState, "fOld">>;

/**
 * Begins an iteration: takes in what the last step says of the curvature, and turns the direction to −H·g with the
 * inverse Hessian H so far. The first direction is −g.
 */
export function direct(state: LbfgsState, g: Tensor, nCorrection: number): Directed {
  const directed = begun(state, g);
  directed.nIter += 1;
  if (directed.nIter > 1) learn(directed, g, nCorrection);
  directed.d.copy(g).mul(-1);
  if (directed.nIter > 1) multiplyByInverseHessian(directed.d, directed);
  return directed;
}

/** The state with all its fields, as before a first iteration where there are none. */
function begun(state: LbfgsState, g: Tensor): Directed {
  const { nIter = 0, funcEval = 0, d, gOld, t = 0, oldDirs = [], oldStps = [], Hdiag = 1 } = state;
  const vector = (): Tensor => new Tensor(g.size(), { dtype: g.dtype, resident: true });
  return Object.assign(state, {
    ...{ nIter, funcEval, t, oldDirs, oldStps, Hdiag },
    ...{ d: d ?? vector(), gOld: gOld ?? vector() },
  });
}

/** Takes in the last step s = t·d and how the gradient changed by it, y. */
function learn(state: Directed, g: Tensor, nCorrection: number): void {
  const { d, gOld, t, oldDirs, oldStps } = state;
  const y = scratch(state, "y", g).copy(g).add(-1, gOld);
  const s = scratch(state, "s", g).copy(d).mul(t);
  const ys = y.dot(s);
  if (ys <= LEAST_CURVATURE) return;
  remember(oldDirs, s, nCorrection);
  remember(oldStps, y, nCorrection);
  state.Hdiag = ys / y.dot(y);
}

/** Adds a vector to a history; when it is full, in the memory of the oldest one. */
function remember(history: Tensor[], vector: Tensor, length: number): void {
  let row: Tensor | undefined;
  while (history.length >= length) row = history.shift();
  row ??= new Tensor(vector.size(), { dtype: vector.dtype, resident: true });
  history.push(row.copy(vector));
}

/** The recursion of two loops: q ← H·q. */
function multiplyByInverseHessian(q: Tensor, { oldDirs, oldStps, Hdiag }: Directed): void {
  const factors = oldDirs.map((s, i) => 1 / oldStps[i].dot(s));
  const shares: number[] = [];
  for (let i = oldDirs.length - 1; i >= 0; i--) {
    shares[i] = oldDirs[i].dot(q) * factors[i];
    q.add(-shares[i], oldStps[i]);
  }
  q.mul(Hdiag);
  for (const [i, s] of oldDirs.entries()) q.add(shares[i] - oldStps[i].dot(q) * factors[i], s);
}
