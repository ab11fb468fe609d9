import { isTensor, mm, mv, range, Tensor, tensor } from "@rushlight/tensor";
import type { LuaValue } from "../../fixtures/values.ts";
import { torchText, torchType } from "./torchText.ts";

/** The inputs of an expression by the names they have in it. */
interface Operands {
  readonly a: Tensor;
  readonly b: Tensor;
  readonly c: Tensor;
  readonly d: Tensor;
}

/** A Lua expression, computed by ours. */
export interface ExpressionRow {
  run(operands: Operands): unknown;
  /** What Torch7 gave in our terms; as it stands when left out. */
  expected?(recorded: LuaValue): LuaValue;
}

/** Expressions as they are recorded, written by hand. */
export const expressions: Readonly<Record<string, ExpressionRow>> = {
  // Arithmetic
  "a+b": { run: ({ a, b }) => a.clone().add(b) },
  "a-b": { run: ({ a, b }) => a.clone().csub(b) },
  "-a": { run: ({ a }) => a.clone().neg() },
  "a*2": { run: ({ a }) => a.clone().mul(2) },
  "2*a": { run: ({ a }) => a.clone().mul(2) },
  "a/2": { run: ({ a }) => a.clone().div(2) },
  "a+1": { run: ({ a }) => a.clone().add(1) },
  "1+a": { run: ({ a }) => a.clone().add(1) },
  "a-1": { run: ({ a }) => a.clone().csub(1) },
  "1-a": { run: ({ a }) => a.clone().neg().add(1) },
  "a*b": { run: ({ a, b }) => productOf(a, b) },
  "a:clone():apply(function(q) return q*q end)": { run: ({ a }) => a.clone().apply((q) => q * q) },
  "a:clone():map(b, function(q,r) return q*r+1 end)": { run: ({ a, b }) => a.clone().map(b, (q, r) => q * r + 1) },
  "torch.mm(a,b:t())": { run: ({ a, b }) => mm(a, b.t()) },
  "torch.mm(a:t(),b)": { run: ({ a, b }) => mm(a.t(), b) },
  "torch.addmm(a,b,c)": { run: ({ a, b, c }) => a.clone().addmm(b, c) },

  // Elements and parts
  "a[2]": { run: ({ a }) => a.select(0, 1) },
  "a[-1]": { run: ({ a }) => a.select(0, -1) },
  "a[1][2]": { run: ({ a }) => a.get(0, 1) },
  "a[{2,1}]": { run: ({ a }) => a.get(1, 0) },
  "a[{-1}]": { run: ({ a }) => a.select(0, -1) },
  "a[{{1,2},{}}]": { run: ({ a }) => a.narrow(0, 0, 2) },
  "a[{{2,-1}}]": { run: ({ a }) => a.narrow(0, 1, a.size(0) - 1) },
  "a[{{},2}]": { run: ({ a }) => a.select(1, 1) },
  "a[{{},{2,3}}]": { run: ({ a }) => a.narrow(1, 1, 2) },
  "a[{1,{2,3}}]": { run: ({ a }) => a.select(0, 0).narrow(0, 1, 2) },
  "(function() a[{1,{}}] = 3; return a end)()": { run: ({ a }) => changed(a, (whole) => whole.select(0, 0).fill(3)) },
  "(function() a[{{},2}]:copy(b); return a end)()": {
    run: ({ a, b }) => changed(a, (whole) => whole.select(1, 1).copy(b)),
  },
  "(function() a[2] = b; return a end)()": { run: ({ a, b }) => changed(a, (whole) => whole.select(0, 1).copy(b)) },
  "(function() a[{{1,2},{1,2}}] = b; return a end)()": {
    run: ({ a, b }) => changed(a, (whole) => whole.narrow(0, 0, 2).narrow(1, 0, 2).copy(b)),
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
  "torch.range(1,4):view(2,2)": { run: () => range(1, 4).view(2, 2) },
};

/** What Lua's `*` computes for two tensors: by their dimensions. */
function productOf(a: Tensor, b: Tensor): Tensor | number {
  if (a.dim() === 1 && b.dim() === 1) return a.dot(b);
  return b.dim() === 1 ? mv(a, b) : mm(a, b);
}

/** A tensor after something wrote to a part of it. */
function changed(whole: Tensor, write: (whole: Tensor) => Tensor): Tensor {
  write(whole);
  return whole;
}
