export { Engine, type EngineOptions } from "./engine/Engine.ts";
export { detectFeatures, type Features, type Instructions } from "./engine/features.ts";
