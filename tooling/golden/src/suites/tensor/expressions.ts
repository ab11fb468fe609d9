import {
  add,
  cat,
  csub,
  div,
  isTensor,
  linspace,
  mm,
  mul,
  mv,
  neg,
  range,
  remainder,
  Tensor,
  tensor,
} from "@rushlight/tensor";
import { decompositionExpressions } from "./decompositions.ts";
import type { ExpressionRow } from "./ExpressionRow.ts";
import { torchText, torchType } from "./torchText.ts";

/** Expressions as they are recorded, written by hand. */
export const expressions: Readonly<Record<string, ExpressionRow>> = {
  ...decompositionExpressions,

  // Arithmetic
  "a+b": { run: ({ a, b }) => add(a, b) },
  "a-b": { run: ({ a, b }) => csub(a, b) },
  "-a": { run: ({ a }) => neg(a) },
  "a*2": { run: ({ a }) => mul(a, 2) },
  "2*a": { run: ({ a }) => mul(a, 2) },
  "a/2": { run: ({ a }) => div(a, 2) },
  "a+1": { run: ({ a }) => add(a, 1) },
  "1+a": { run: ({ a }) => add(a, 1) },
  "a-1": { run: ({ a }) => csub(a, 1) },
  "1-a": { run: ({ a }) => neg(a).add(1) },
  "a%3": { run: ({ a }) => remainder(a, 3) },
  "a*b": { run: ({ a, b }) => productOf(a, b) },
  "a:clone():apply(function(q) return q*q end)": { run: ({ a }) => a.clone().apply((q) => q * q) },
  "a:clone():map(b, function(q,r) return q*r+1 end)": { run: ({ a, b }) => a.clone().map(b, (q, r) => q * r + 1) },
  "torch.mm(a,b:t())": { run: ({ a, b }) => mm(a, b.t()) },
  "torch.mm(a:t(),b)": { run: ({ a, b }) => mm(a.t(), b) },
  "torch.addmm(a,b,c)": { run: ({ a, b, c }) => a.clone().addmm(b, c) },

  // Elements and parts
  "a[2]": { run: ({ a }) => selected(a, 1) },
  "a[-1]": { run: ({ a }) => selected(a, -1) },
  "a[1][2]": { run: ({ a }) => a.get(0, 1) },
  "a[{2,1}]": { run: ({ a }) => a.get(1, 0) },
  "a[{-1}]": { run: ({ a }) => selected(a, -1) },
  "a[{{1,2},{}}]": { run: ({ a }) => a.slice([0, 2], null) },
  "a[{{2,-1}}]": { run: ({ a }) => a.slice([1]) },
  "a[{{},2}]": { run: ({ a }) => a.slice(null, 1) },
  "a[{{},{2,3}}]": { run: ({ a }) => a.slice(null, [1, 3]) },
  "a[{1,{2,3}}]": { run: ({ a }) => a.slice(0, [1, 3]) },
  "a[b]": { run: ({ a, b }) => a.maskedSelect(b.to("uint8")) },
  "torch.cat({a,b,c},1)": { run: ({ a, b, c }) => cat([a, b, c], 0) },
  "torch.cat({a,b},2)": { run: ({ a, b }) => cat([a, b], 1) },
  "(function() a[b] = 0; return a end)()": { run: ({ a, b }) => a.put(b.to("uint8"), 0) },
  "(function() a[{1,{}}] = 3; return a end)()": { run: ({ a }) => a.put([0, null], 3) },
  "(function() a[{{},2}]:copy(b); return a end)()": {
    run: ({ a, b }) => changed(a, (whole) => whole.select(1, 1).copy(b)),
  },
  "(function() a[2] = b; return a end)()": { run: ({ a, b }) => a.put([1], b) },
  "(function() a[{{1,2},{1,2}}] = b; return a end)()": {
    run: ({ a, b }) =>
      a.put(
        [
          [0, 2],
          [0, 2],
        ],
        b,
      ),
  },

  // Shared storage
  "(function() local q = a:clone(); local r = q:narrow(1,1,2); r:fill(0); return q end)()": {
    run: ({ a }) => changed(a.clone(), (q) => q.narrow(0, 0, 2).fill(0)),
  },
  "(function() local q = a:clone(); local r = q:t(); r:mul(2); return q end)()": {
    run: ({ a }) => changed(a.clone(), (q) => q.t().mul(2)),
  },
  "(function() local q = a:clone(); local r = q:view(-1); r[1] = 99; return q end)()": {
    run: ({ a }) => changed(a.clone(), (q) => q.view(-1).put([0], 99)),
  },
  "(function() local q = torch.Tensor(); q:resizeAs(a):copy(a); return q end)()": {
    run: ({ a }) => new Tensor().resizeAs(a).copy(a),
  },
  "(function() local q=torch.Tensor(2,2):fill(1); q:set(a); return q end)()": {
    run: ({ a }) => new Tensor([2, 2]).fill(1).set(a),
  },
  "a:copy(b)": { run: ({ a, b }) => a.copy(b) },
  "a:clone():resizeAs(b)": { run: ({ a, b }) => a.clone().resizeAs(b) },
  "a:clone():fill(1):set(b:storage())": { run: ({ a, b }) => a.clone().fill(1).set(b.storage()) },
  "a:storage():totable()": { run: ({ a }) => [...a.storage().data] },
  "a:storageOffset()": { run: ({ a }) => a.storageOffset() + 1 },
  "a:narrow(2,2,2):storageOffset()": { run: ({ a }) => a.narrow(1, 1, 2).storageOffset() + 1 },

  // Sizes and types
  "#a": { run: ({ a }) => a.size() },
  "torch.numel(a)": { run: ({ a }) => a.nElement() },
  "torch.isTensor(a)": { run: ({ a }) => isTensor(a) },
  "nn.utils.addSingletonDimension(a,1)": { run: ({ a }) => a.unsqueeze(0) },
  "nn.utils.addSingletonDimension(a,3)": { run: ({ a }) => a.unsqueeze(2) },
  "a:type()": { run: ({ a }) => a.dtype, expected: torchType },
  "torch.type(a)": { run: ({ a }) => a.dtype, expected: torchType },
  "a:double()": { run: ({ a }) => a.to("float64") },
  "a:float()": { run: ({ a }) => a.to("float32") },
  "a:long()": { run: ({ a }) => a.to("int32") },
  "a:int()": { run: ({ a }) => a.to("int32") },
  "a:byte()": { run: ({ a }) => a.to("uint8") },
  "a:totable()": { run: ({ a }) => a.toArray() },
  "tostring(a)": { run: ({ a }) => String(a), expected: torchText },

  // Creation
  "torch.Tensor(2,3):fill(4)": { run: () => new Tensor([2, 3]).fill(4) },
  "torch.Tensor({{1,2},{3,4}})": {
    run: () =>
      tensor([
        [1, 2],
        [3, 4],
      ]),
  },
  "torch.LongTensor{1,2}": { run: () => tensor([1, 2], { dtype: "int32" }) },
  "torch.FloatTensor{0.1,0.2}": { run: () => tensor([0.1, 0.2], { dtype: "float32" }) },
  "torch.linspace(1,10)": { run: () => linspace(1, 10) },
  "torch.range(1,4):view(2,2)": { run: () => range(1, 4).view(2, 2) },
};

/** What Lua's `*` computes for two tensors: by their dimensions. */
function productOf(a: Tensor, b: Tensor): Tensor | number {
  if (a.dim() === 1 && b.dim() === 1) return a.dot(b);
  return b.dim() === 1 ? mv(a, b) : mm(a, b);
}

/** What Lua's index gives: an element of a vector, else a slice. */
function selected(a: Tensor, index: number): Tensor | number {
  return a.dim() === 1 ? a.get(index) : a.select(0, index);
}

/** A tensor after something wrote to a part of it. */
function changed(whole: Tensor, write: (whole: Tensor) => Tensor): Tensor {
  write(whole);
  return whole;
}
