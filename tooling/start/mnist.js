// npm run mnist -- ...: trains and uses a network on the digits of MNIST.
import { join } from "node:path";
import { build } from "./src/build.js";
import { ready } from "./src/ready.js";
import { callerFolder, run } from "./src/run.js";
import { root } from "./src/workspace.js";

ready();
const application = join(root, "apps", "mnist", "dist", "cli.js");
process.exitCode = (await build("@rushlight/mnist..."))
  ? await run(application, process.argv.slice(2), { cwd: callerFolder, env: process.env })
  : 1;
