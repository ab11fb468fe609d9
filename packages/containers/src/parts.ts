// What containers are made of inside, for those who put modules together again in another thread.

export { Caster } from "./decorators/Caster.ts";
export { printLine } from "./printing/print.ts";
