export { type PngOptions, renderPng } from "./renderPng.ts";
