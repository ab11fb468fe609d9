import type { CsvOptions, CsvSource } from "../CsvOptions.ts";
import type { CsvTable } from "../CsvTable.ts";
import { CsvTableBuilder } from "../CsvTableBuilder.ts";
import { checkCsvOptions } from "../checkCsvOptions.ts";
import type { OpenParser } from "../reading/RecordParser.ts";
import { readRows } from "../reading/readRows.ts";

/** The table of all rows of a source. See `parseCsv`. */
export async function tableOf(
  open: OpenParser,
  owner: string,
  source: CsvSource,
  options: CsvOptions,
): Promise<CsvTable> {
  checkCsvOptions(owner, options);
  const { name, types, missing, decimal, columns, rows: most, seed } = options;
  const meaning = { name, types, missing, decimal, columns, rows: most, seed };
  let builder: CsvTableBuilder | undefined;
  for await (const { names, rows, lines } of readRows(open, source, options)) {
    builder ??= new CsvTableBuilder(names, meaning);
    for (let row = 0; row < rows.length; row++) builder.add(rows[row], lines[row]);
  }
  return (builder ?? new CsvTableBuilder([], meaning)).build();
}
