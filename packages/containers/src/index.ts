// Arithmetic of the tensors in a table
export * from "./arithmetic/index.ts";
// Modules beside each other
export * from "./branches/index.ts";
// Layers that are made of others
export * from "./composed/index.ts";
// Modules that add something to another
export * from "./decorators/index.ts";
// What lets the input through
export * from "./passing/index.ts";
// Options
export type { PrintOptions } from "./printing/print.ts";
// Modules after each other
export * from "./sequential/index.ts";
// Products and distances of two tensors
export * from "./similarity/index.ts";
// Tables
export * from "./tables/index.ts";
