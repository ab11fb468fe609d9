export { Bottle } from "./Bottle.ts";
export { Decorator } from "./Decorator.ts";
export { DontCast, type DontCastOptions } from "./DontCast.ts";
export { NaN } from "./NaN.ts";
export { NaNError } from "./NaNError.ts";
export { Profile } from "./Profile.ts";
export { WeightNorm } from "./WeightNorm.ts";
