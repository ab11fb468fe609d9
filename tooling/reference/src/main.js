// npm run reference: writes the page that lists every class.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { workspaceRoot } from "@rushlight/presets/workspace";
import { families } from "./families.js";
import { page } from "./page.js";

const root = workspaceRoot(import.meta.dirname);
writeFileSync(join(root, "docs", "classes.md"), page(families(root)));
