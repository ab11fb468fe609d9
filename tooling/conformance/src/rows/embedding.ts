import type { Row } from "./Row.ts";

/** Lookup tables and layers of sparse inputs. */
export const embeddingRows: readonly Row[] = [];
