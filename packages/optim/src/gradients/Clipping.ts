import { isTensor, type Tensor } from "@rushlight/tensor";
import type { Rules } from "../settings/Rule.ts";
import { positive } from "../settings/rules.ts";
import { scratch } from "../state/scratch.ts";
import { clipNorm, clipValue } from "./clip.ts";
import type { Gradient } from "./Gradient.ts";

/** How an optimiser limits gradients before it takes them. The evaluation's own gradient stays as it is. */
export interface Clipping {
  /** Limits every element of the gradient to ± this; no limit when left out. */
  readonly clipValue?: number | undefined;
  /** Shortens a gradient whose 2-norm, over all parameters, is above this; no limit when left out. */
  readonly clipNorm?: number | undefined;
}

/** What the limits may be. */
export const clippingRules: Rules<Clipping> = { clipValue: positive, clipNorm: positive };

/** The gradient within its limits: by value first, then by norm. A copy, kept with the owner, where there are limits. */
export function clipped(owner: object, gradient: Gradient, limits: Clipping): Gradient {
  if (limits.clipValue === undefined && limits.clipNorm === undefined) return gradient;
  if (isTensor(gradient)) return limited(scratch(owner, "clipped", gradient).copy(gradient), limits);
  const values = scratch(owner, "clipped", gradient.values).copy(gradient.values);
  return { rows: gradient.rows, values: limited(values, limits) };
}

function limited(gradient: Tensor, limits: Clipping): Tensor {
  if (limits.clipValue !== undefined) clipValue(gradient, limits.clipValue);
  if (limits.clipNorm !== undefined) clipNorm(gradient, limits.clipNorm);
  return gradient;
}
