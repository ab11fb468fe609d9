export { DataError } from "../errors/DataError.ts";
export type { IdxTensor } from "../idx/elementTypes.ts";
export { type LabelledImages, loadMnist, type Mnist, type MnistOptions } from "./loadMnist.ts";
export { readIdx } from "./readIdx.ts";
