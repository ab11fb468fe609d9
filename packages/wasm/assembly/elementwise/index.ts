export * from "./compareKernels";
export * from "./mapKernels";
export * from "./zipKernels";
