import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// Both src and dist are folders of the package.
const packageFolder = dirname(dirname(fileURLToPath(import.meta.url)));

/** The project's own copy of the fixtures. */
export const ownFixtures: string = join(packageFolder, "fixtures");

/** The table of what Rushlight does on purpose in another way than Torch7. */
export const differencesFile: string = join(packageFolder, "..", "..", "docs", "differences-from-torch.md");
