export { LookupTable, type LookupTableOptions } from "./LookupTable.ts";
