import * as nn from "@rushlight/nn";
import { given } from "../given.ts";
import { labels } from "../indices.ts";
import type { CriterionRow } from "../rows.ts";

/** Criterions. */
export const criterionRows: Readonly<Record<string, CriterionRow>> = {
  ClassNLLCriterion: {
    create: (a) =>
      new nn.ClassNLLCriterion(
        given({ weights: a.optionalTensor(0), sizeAverage: a.optionalBoolean(1), ignoreIndex: a.optionalLabel(2) }),
      ),
    target: labels,
  },
  CrossEntropyCriterion: {
    create: (a) =>
      new nn.CrossEntropyCriterion(given({ weights: a.optionalTensor(0), sizeAverage: a.optionalBoolean(1) })),
    target: labels,
  },
  MSECriterion: { create: (a) => new nn.MSECriterion(given({ sizeAverage: a.optionalBoolean(0) })) },
};
