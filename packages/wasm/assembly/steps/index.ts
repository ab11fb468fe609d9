export * from "./scaled";
export * from "./sgd";
