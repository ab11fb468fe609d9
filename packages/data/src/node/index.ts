export type { CsvBlock } from "../csv/CsvBlock.ts";
export type { CsvFormat, CsvOptions } from "../csv/CsvOptions.ts";
export type { CsvTable } from "../csv/CsvTable.ts";
export { DataError } from "../errors/DataError.ts";
export type { IdxTensor } from "../idx/elementTypes.ts";
export { type LabelledImages, loadMnist, type Mnist, type MnistOptions } from "./loadMnist.ts";
export { readCsv, readCsvRows } from "./readCsv.ts";
export { readIdx } from "./readIdx.ts";
