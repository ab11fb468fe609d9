export { CosineDecay, type CosineDecayOptions } from "./CosineDecay.ts";
export { ExponentialDecay, type ExponentialDecayOptions } from "./ExponentialDecay.ts";
export { OneCycle, type OneCycleOptions } from "./OneCycle.ts";
export { Plateau, type PlateauOptions, type PlateauState } from "./Plateau.ts";
export type { Schedule } from "./Schedule.ts";
export { StepDecay, type StepDecayOptions } from "./StepDecay.ts";
export { WarmUp, type WarmUpOptions } from "./WarmUp.ts";
