export { MemoryTerminal } from "./MemoryTerminal.ts";
export { temporaryFolder } from "./temporaryFolder.ts";
