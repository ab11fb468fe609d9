export { View } from "./View.ts";
