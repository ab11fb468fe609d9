export { CMul } from "./CMul.ts";
export { Sum, type SumOptions } from "./Sum.ts";
