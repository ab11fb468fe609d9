import * as nn from "@rushlight/nn";
import { isLuaList, type LuaValue, ModuleSpec } from "../../fixtures/values.ts";
import { mapTarget } from "../containers.ts";
import { given } from "../given.ts";
import { labels } from "../indices.ts";
import type { CriterionRow, Registry } from "../rows.ts";

/** The label that Torch7 ignores when no other is given, counted from 0. */
const IGNORED_LABEL = -101;

/** Criterions. */
export const criterionRows: Readonly<Record<string, CriterionRow>> = {
  AbsCriterion: { create: (a) => new nn.AbsCriterion(given({ sizeAverage: a.optionalBoolean(0) })) },
  BCECriterion: {
    create: (a) => new nn.BCECriterion(given({ weights: a.optionalTensor(0), sizeAverage: a.optionalBoolean(1) })),
  },
  ClassNLLCriterion: {
    create: (a) =>
      new nn.ClassNLLCriterion(
        given({
          weights: a.optionalTensor(0),
          sizeAverage: a.optionalBoolean(1),
          ignoreIndex: a.optionalLabel(2) ?? IGNORED_LABEL,
        }),
      ),
    target: labels,
  },
  ClassSimplexCriterion: { create: (a) => new nn.ClassSimplexCriterion(a.number(0)), target: labels },
  CosineEmbeddingCriterion: { create: (a) => new nn.CosineEmbeddingCriterion(a.optionalNumber(0)) },
  CrossEntropyCriterion: {
    create: (a) =>
      new nn.CrossEntropyCriterion(
        given({
          weights: a.optionalTensor(0),
          sizeAverage: a.optionalBoolean(1),
          ignoreIndex: IGNORED_LABEL,
        }),
      ),
    target: labels,
  },
  DistKLDivCriterion: { create: (a) => new nn.DistKLDivCriterion(given({ sizeAverage: a.optionalBoolean(0) })) },
  DistanceRatioCriterion: {
    create: (a) => new nn.DistanceRatioCriterion(given({ sizeAverage: a.optionalBoolean(0) })),
  },
  HingeEmbeddingCriterion: { create: (a) => new nn.HingeEmbeddingCriterion(a.optionalNumber(0)) },
  L1Cost: { create: () => new nn.L1Cost() },
  L1HingeEmbeddingCriterion: { create: (a) => new nn.L1HingeEmbeddingCriterion(a.optionalNumber(0)) },
  MSECriterion: { create: (a) => new nn.MSECriterion(given({ sizeAverage: a.optionalBoolean(0) })) },
  MarginCriterion: { create: (a) => new nn.MarginCriterion(a.optionalNumber(0)) },
  MarginRankingCriterion: { create: (a) => new nn.MarginRankingCriterion(a.optionalNumber(0)) },
  ModuleCriterion: {
    create: (a) =>
      new nn.ModuleCriterion(
        a.criterion(0),
        a.has(1) ? a.module(1) : undefined,
        a.has(2) ? a.module(2) : undefined,
        given({ castTarget: a.optionalBoolean(3) }),
      ),
    target: targetOfArgument,
  },
  MultiCriterion: { create: () => new nn.MultiCriterion(), target: targetOfFirstChild },
  MultiLabelMarginCriterion: { create: () => new nn.MultiLabelMarginCriterion(), target: labels },
  MultiLabelSoftMarginCriterion: {
    create: (a) =>
      new nn.MultiLabelSoftMarginCriterion(given({ weights: a.optionalTensor(0), sizeAverage: a.optionalBoolean(1) })),
  },
  MultiMarginCriterion: {
    create: (a) =>
      new nn.MultiMarginCriterion(
        a.optionalNumber(0),
        given({ weights: a.optionalTensor(1), margin: a.optionalNumber(2) }),
      ),
    target: labels,
  },
  ParallelCriterion: {
    create: (a) => new nn.ParallelCriterion(given({ repeatTarget: a.optionalBoolean(0) })),
    target: (value, spec, registry) =>
      spec.args[0] === true ? targetOfFirstChild(value, spec, registry) : targetsOfChildren(value, spec, registry),
  },
  SmoothL1Criterion: { create: (a) => new nn.SmoothL1Criterion(given({ sizeAverage: a.optionalBoolean(0) })) },
  SoftMarginCriterion: { create: (a) => new nn.SoftMarginCriterion(given({ sizeAverage: a.optionalBoolean(0) })) },
  SpatialAutoCropMSECriterion: {
    create: (a) => new nn.SpatialAutoCropMSECriterion(given({ sizeAverage: a.optionalBoolean(0) })),
  },
  SpatialClassNLLCriterion: {
    create: (a) =>
      new nn.SpatialClassNLLCriterion(given({ weights: a.optionalTensor(0), sizeAverage: a.optionalBoolean(1) })),
    target: labels,
  },
  WeightedMSECriterion: { create: (a) => new nn.WeightedMSECriterion(a.tensor(0)) },
};

/** For criterions of criterions that all compare with the same target. */
function targetOfFirstChild(value: LuaValue, spec: ModuleSpec, registry: Registry): LuaValue {
  const [first] = spec.children;
  return first === undefined ? value : mapTarget(value, first, registry);
}

/** For criterions of criterions that each compare with their own member of a table. */
function targetsOfChildren(value: LuaValue, spec: ModuleSpec, registry: Registry): LuaValue {
  if (!isLuaList(value)) return value;
  return value.map((part, i) => {
    const child = spec.children[i];
    return child === undefined ? part : mapTarget(part, child, registry);
  });
}

/** For a criterion whose first argument compares: a module that labels go through first passes them on. */
function targetOfArgument(value: LuaValue, spec: ModuleSpec, registry: Registry): LuaValue {
  const [criterion] = spec.args;
  return criterion instanceof ModuleSpec ? mapTarget(value, criterion, registry) : value;
}
