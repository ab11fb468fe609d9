export { Dropout, type DropoutOptions } from "./Dropout.ts";
