export { DataError } from "../errors/DataError.ts";
export type { CsvBlock } from "./CsvBlock.ts";
export type { CsvDelimiter, CsvFormat, CsvMeaning, CsvOptions, CsvSource, CsvType } from "./CsvOptions.ts";
export { CsvTable, type CsvTableParts } from "./CsvTable.ts";
export { CsvTableBuilder } from "./CsvTableBuilder.ts";
export { csvRows } from "./csvRows.ts";
export { parseCsv } from "./parseCsv.ts";
export type { CsvColumn, NumberColumn, TextColumn } from "./table/CsvColumn.ts";
export { formatCsvRow } from "./writing/formatCsvRow.ts";
