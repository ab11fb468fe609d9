import { install } from "./install.js";
import { checkNodeVersion } from "./node-version.js";

/** Makes the workspace ready to run anything: a Node that is new enough, and the libraries. */
export function ready() {
  checkNodeVersion();
  install();
}
