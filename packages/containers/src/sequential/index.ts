export { sequential } from "./chain.ts";
export type { Chain, ChainOutput, Fits, Joint, JointMismatch } from "./joints.ts";
export { Sequential } from "./Sequential.ts";
