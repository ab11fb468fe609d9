import type { ModuleRow } from "../rows.ts";

/** Lookup tables and layers of sparse inputs. */
export const embeddingRows: Readonly<Record<string, ModuleRow>> = {};
