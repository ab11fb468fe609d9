export { Linear, type LinearOptions } from "./Linear.ts";
