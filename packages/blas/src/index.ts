export type { BlasBackend, BlasOptions } from "./backend/BlasBackend.ts";
export { createBlasBackend } from "./backend/createBlasBackend.ts";
export { blasBackend } from "./backend/sharedBackend.ts";
export { BlasError } from "./errors/BlasError.ts";
export type { BlasLibrary, BlasName } from "./library/BlasLibrary.ts";
