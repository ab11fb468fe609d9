export * from "./adadelta";
export * from "./adamax";
export * from "./rprop";
export * from "./scaled";
export * from "./sgd";
