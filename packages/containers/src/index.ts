// Modules beside each other
export * from "./branches/index.ts";
// Modules after each other
export * from "./sequential/index.ts";
// Tables
export * from "./tables/index.ts";
