import { numberOrTensor } from "./numberOrTensor.ts";
import type { TensorMethod } from "./TensorMethod.ts";

/** Element-wise math. */
export const arithmeticMethods: Readonly<Record<string, TensorMethod>> = {
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
  rsqrt: (x) => x.rsqrt(),
  cinv: (x) => x.cinv(),
  sin: (x) => x.sin(),
  cos: (x) => x.cos(),
  tan: (x) => x.tan(),
  asin: (x) => x.asin(),
  acos: (x) => x.acos(),
  atan: (x) => x.atan(),
  sinh: (x) => x.sinh(),
  cosh: (x) => x.cosh(),
  frac: (x) => x.frac(),
  fmod: (x, a) => x.fmod(a.number(0)),
  remainder: (x, a) => x.remainder(a.number(0)),
  cfmod: (x, a) => x.cfmod(a.tensor(0)),
  cremainder: (x, a) => x.cremainder(a.tensor(0)),
  // Two names for one thing.
  mod: (x, a) => x.fmod(a.number(0)),
  cmod: (x, a) => x.cfmod(a.tensor(0)),
  lerp: (x, a) => x.lerp(a.tensor(0), a.number(1)),
  atan2: (x, a) => x.atan2(a.tensor(0)),
  lshift: (x, a) => x.lshift(a.number(0)),
  clshift: (x, a) => x.clshift(a.tensor(0)),
  rshift: (x, a) => x.rshift(a.number(0)),
  crshift: (x, a) => x.crshift(a.tensor(0)),
  bitand: (x, a) => x.bitand(a.number(0)),
  cbitand: (x, a) => x.cbitand(a.tensor(0)),
  bitor: (x, a) => x.bitor(a.number(0)),
  cbitor: (x, a) => x.cbitor(a.tensor(0)),
  bitxor: (x, a) => x.bitxor(a.number(0)),
  cbitxor: (x, a) => x.cbitxor(a.tensor(0)),
};
