export { Identity } from "./Identity.ts";
export { SelectTable } from "./SelectTable.ts";
