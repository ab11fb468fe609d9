export type { Clipping } from "./Clipping.ts";
export { type ClipNormOptions, clipNorm, clipValue } from "./clip.ts";
export type { Gradient } from "./Gradient.ts";
