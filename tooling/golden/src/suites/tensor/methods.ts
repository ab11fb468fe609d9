import { sameSize, type Tensor } from "@rushlight/tensor";
import { oneBased } from "../../mapping/indices.ts";
import type { LuaArguments } from "../../mapping/LuaArguments.ts";
import { NotImplemented } from "../../mapping/NotImplemented.ts";

/** What a method of Torch7's tensors gives, computed by ours. */
export type TensorMethod = (x: Tensor, args: LuaArguments) => unknown;

/** Methods by Torch7's name. Dimensions count from 0 in ours, and indices that ours give are counted from 1 again. */
export const methods: Readonly<Record<string, TensorMethod>> = {
  // Layout
  contiguous: (x) => x.contiguous(),
  dim: (x) => x.dim(),
  isContiguous: (x) => x.isContiguous(),
  isSameSizeAs: (x, a) => x.isSameSizeAs(a.tensor(0)),
  isSize: (x, a) => sameSize(x.size(), a.sizes(0)),
  nDimension: (x) => x.dim(),
  nElement: (x) => x.nElement(),
  resize: (x, a) => x.resize(a.sizes(0)),
  resizeAs: (x, a) => x.resizeAs(a.tensor(0)),
  set: (x, a) => x.set(a.tensor(0)),
  size: (x, a) => (a.has(0) ? x.size(a.dimension(0)) : x.size()),
  storageOffset: (x) => x.storageOffset() + 1,
  stride: (x, a) => (a.has(0) ? x.stride(a.dimension(0)) : x.stride()),

  // Views
  expand: (x, a) => x.expand(a.sizes(0)),
  expandAs: (x, a) => x.expandAs(a.tensor(0)),
  narrow: (x, a) => x.narrow(a.dimension(0), a.index(1), a.number(2)),
  permute: (x, a) => x.permute(a.sizes(0).map((dimension) => dimension - 1)),
  // Torch7 gives a number where a vector is selected from.
  select: (x, a) =>
    x.dim() === 1 ? x.narrow(a.dimension(0), a.index(1), 1).get(0) : x.select(a.dimension(0), a.index(1)),
  squeeze: (x, a) => squeezed(x.squeeze(a.optionalDimension(0))),
  t: (x) => x.t(),
  transpose: (x, a) => x.transpose(a.dimension(0), a.dimension(1)),
  view: (x, a) => x.view(a.sizes(0)),
  viewAs: (x, a) => x.viewAs(a.tensor(0)),

  // Arithmetic
  abs: (x) => x.abs(),
  add: (x, a) => {
    if (a.isTensor(0)) return x.add(a.tensor(0));
    return a.has(1) ? x.add(a.number(0), a.tensor(1)) : x.add(a.number(0));
  },
  addcdiv: (x, a) =>
    a.isTensor(0) ? x.addcdiv(a.tensor(0), a.tensor(1)) : x.addcdiv(a.number(0), a.tensor(1), a.tensor(2)),
  addcmul: (x, a) =>
    a.isTensor(0) ? x.addcmul(a.tensor(0), a.tensor(1)) : x.addcmul(a.number(0), a.tensor(1), a.tensor(2)),
  cdiv: (x, a) => x.cdiv(a.tensor(0)),
  ceil: (x) => x.ceil(),
  clamp: (x, a) => x.clamp(a.number(0), a.number(1)),
  clone: (x) => x.clone(),
  cmax: (x, a) => x.cmax(numberOrTensor(a)),
  cmin: (x, a) => x.cmin(numberOrTensor(a)),
  cmul: (x, a) => x.cmul(a.tensor(0)),
  copy: (x, a) => x.copy(a.tensor(0)),
  cpow: (x, a) => x.cpow(a.tensor(0)),
  csub: (x, a) => {
    if (a.isTensor(0)) return x.csub(a.tensor(0));
    return a.has(1) ? x.csub(a.number(0), a.tensor(1)) : x.csub(a.number(0));
  },
  div: (x, a) => x.div(a.number(0)),
  equal: (x, a) => x.equal(a.tensor(0)),
  exp: (x) => x.exp(),
  fill: (x, a) => x.fill(a.number(0)),
  floor: (x) => x.floor(),
  log: (x) => x.log(),
  log1p: (x) => x.log1p(),
  mul: (x, a) => x.mul(a.number(0)),
  neg: (x) => x.neg(),
  pow: (x, a) => x.pow(a.number(0)),
  round: (x) => x.round(),
  sigmoid: (x) => x.sigmoid(),
  sign: (x) => x.sign(),
  sqrt: (x) => x.sqrt(),
  tanh: (x) => x.tanh(),
  trunc: (x) => x.trunc(),
  zero: (x) => x.zero(),

  // Reductions
  max: (x, a) => (a.has(0) ? withIndices(x.max(a.dimension(0))) : x.max()),
  mean: (x, a) => (a.has(0) ? x.mean(a.dimension(0)) : x.mean()),
  min: (x, a) => (a.has(0) ? withIndices(x.min(a.dimension(0))) : x.min()),
  norm: (x, a) => {
    if (a.has(1)) throw new NotImplemented("Tensor.norm along a dimension");
    return x.norm(a.optionalNumber(0));
  },
  prod: (x, a) => (a.has(0) ? x.prod(a.dimension(0)) : x.prod()),
  sum: (x, a) => (a.has(0) ? x.sum(a.dimension(0)) : x.sum()),

  // Products
  addmm: (x, a) => {
    if (a.isTensor(0)) return x.addmm(a.tensor(0), a.tensor(1));
    if (a.isTensor(1)) return x.addmm(a.number(0), a.tensor(1), a.tensor(2));
    return x.addmm(a.number(0), a.number(1), a.tensor(2), a.tensor(3));
  },
  addmv: (x, a) => {
    if (a.isTensor(0)) return x.addmv(a.tensor(0), a.tensor(1));
    if (a.isTensor(1)) return x.addmv(a.number(0), a.tensor(1), a.tensor(2));
    return x.addmv(a.number(0), a.number(1), a.tensor(2), a.tensor(3));
  },
  addr: (x, a) => {
    if (a.isTensor(0)) return x.addr(a.tensor(0), a.tensor(1));
    if (a.isTensor(1)) return x.addr(a.number(0), a.tensor(1), a.tensor(2));
    return x.addr(a.number(0), a.number(1), a.tensor(2), a.tensor(3));
  },
  dot: (x, a) => x.dot(a.tensor(0)),
};

function numberOrTensor(a: LuaArguments): number | Tensor {
  return a.isTensor(0) ? a.tensor(0) : a.number(0);
}

/** Torch7 gives a number where a single element is left. */
function squeezed(x: Tensor): number | Tensor {
  return x.dim() === 1 && x.size(0) === 1 ? x.get(0) : x;
}

function withIndices([values, indices]: readonly [Tensor, Tensor]): readonly [Tensor, Tensor] {
  return [values, oneBased(indices)];
}
