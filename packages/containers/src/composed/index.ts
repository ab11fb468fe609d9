export { CReLU, type CReLUOptions } from "./CReLU.ts";
export { Maxout } from "./Maxout.ts";
