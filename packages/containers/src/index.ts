export { Concat } from "./concat/Concat.ts";
export { sequential } from "./sequential/chain.ts";
export type { Chain, InputOf, Joint, JointMismatch, OutputOf } from "./sequential/joints.ts";
export { Sequential } from "./sequential/Sequential.ts";
