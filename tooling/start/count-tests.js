// Adds up the test reports of all packages: prints how many tests passed and failed, and on standard error which.
import { countTests } from "./src/count-tests.js";
import { packageFolders, root } from "./src/workspace.js";

const { passed, failed } = countTests(packageFolders(root));
for (const title of failed) console.error(title);
console.log(`${passed} ${failed.length}`);
