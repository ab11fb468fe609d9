// What lookup tables are made of inside, for those who put modules together again in another thread.

export { RowSet } from "./RowSet.ts";
