export { CAddTable, type CAddTableOptions } from "./CAddTable.ts";
export { CAddTensorTable } from "./CAddTensorTable.ts";
export { CDivTable } from "./CDivTable.ts";
export { CMaxTable } from "./CMaxTable.ts";
export { CMinTable } from "./CMinTable.ts";
export { CMulTable } from "./CMulTable.ts";
export { CSubTable } from "./CSubTable.ts";
