export { CosineDistance } from "./CosineDistance.ts";
export { DotProduct } from "./DotProduct.ts";
export { MM, type MMOptions } from "./MM.ts";
export { MV, type MVOptions } from "./MV.ts";
export { PairwiseDistance } from "./PairwiseDistance.ts";
