// Every exported function is a kernel. A family has a folder of its own, whose index is exported here.

export * from "./channels/index";
export * from "./elementwise/index";
export * from "./matrix/index";
export * from "./reduce/index";
export * from "./rows/index";
export * from "./steps/index";
export * from "./windows/index";
