import { parse } from "csv-parse/browser/esm";
import type { OpenParser } from "./reading/RecordParser.ts";

/** Opens a parser that works in browsers and in Node. */
export const openParser: OpenParser = (settings) =>
  parse({ ...settings, record_delimiter: [...settings.record_delimiter] });
