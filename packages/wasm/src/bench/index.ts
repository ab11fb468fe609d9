export { multiplyAddLoop, OPERATIONS_PER_ITERATION } from "./multiplyAddLoop.ts";
