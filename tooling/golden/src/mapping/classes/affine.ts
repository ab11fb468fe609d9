import * as nn from "@rushlight/nn";
import { isLuaList, LuaTensor, type LuaValue } from "../../fixtures/values.ts";
import { given } from "../given.ts";
import { zeroBasedIndices } from "../indices.ts";
import { MappingError } from "../MappingError.ts";
import type { ModuleRow } from "../rows.ts";

/** Linear maps and distances to learned points. */
export const affineRows: Readonly<Record<string, ModuleRow>> = {
  Bilinear: {
    create: (a) => new nn.Bilinear(a.number(0), a.number(1), a.number(2), given({ bias: a.optionalBoolean(3) })),
  },
  Cosine: { create: (a) => new nn.Cosine(a.number(0), a.number(1)) },
  Euclidean: { create: (a) => new nn.Euclidean(a.number(0), a.number(1)) },
  IndexLinear: {
    create: (a) =>
      new nn.IndexLinear(
        a.number(0),
        a.number(1),
        given({
          doGradInput: a.optionalBoolean(2),
          keysOffset: a.optionalNumber(3),
          weight: a.optionalTensor(4),
          bias: a.optionalTensor(5),
          normalize: a.optionalBoolean(6),
        }),
      ),
    input: withoutSizes,
    gradInput: zeroBasedIndices,
  },
  Linear: { create: (a) => new nn.Linear(a.number(0), a.number(1), given({ bias: a.optionalBoolean(2) })) },
  LinearWeightNorm: {
    create: (a) =>
      new nn.LinearWeightNorm(
        a.number(0),
        a.number(1),
        given({ bias: a.optionalBoolean(2), eps: a.optionalNumber(3) }),
      ),
  },
  PartialLinear: {
    create: (a) => new nn.PartialLinear(a.number(0), a.number(1), given({ bias: a.optionalBoolean(2) })),
    calls: {
      setPartition: (module, a) => partialLinear(module).setPartition(a.indices(0)),
    },
  },
  SparseLinear: {
    create: (a) => new nn.SparseLinear(a.number(0), a.number(1), given({ doGradInput: a.optionalBoolean(2) })),
    input: zeroBasedPairs,
    gradInput: zeroBasedPairs,
  },
  WeightedEuclidean: { create: (a) => new nn.WeightedEuclidean(a.number(0), a.number(1)) },
};

/** Keys counted from 0. The third member of a table holds sizes, also in a `long` tensor. */
function withoutSizes(input: LuaValue): LuaValue {
  if (!isLuaList(input) || input.length !== 3) return zeroBasedIndices(input);
  return [...input.slice(0, 2).map(zeroBasedIndices), input[2]];
}

/** Pairs of an index and a value with the index counted from 0, in tensors of any dtype. */
function zeroBasedPairs(value: LuaValue): LuaValue {
  if (isLuaList(value)) return value.map(zeroBasedPairs);
  if (!(value instanceof LuaTensor)) return value;
  const data = value.data.map((element, i) => (i % 2 === 0 ? element - 1 : element));
  return new LuaTensor(value.dtype, value.size, data);
}

function partialLinear(module: object): nn.PartialLinear {
  if (module instanceof nn.PartialLinear) return module;
  throw new MappingError(`expected a PartialLinear, got ${module.constructor.name}`);
}
