import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { applicationBuild } from "@rushlight/presets/tsup";

/** `import text from "./file.ts?raw"` gives the text of a file, as Vite does it where the tests run. */
const rawText: NonNullable<ReturnType<typeof applicationBuild>["esbuildPlugins"]>[number] = {
  name: "raw-text",
  setup(build) {
    build.onResolve({ filter: /\?raw$/ }, ({ path, importer }) => ({
      path: join(dirname(importer), path.slice(0, -"?raw".length)),
      namespace: "raw-text",
    }));
    build.onLoad({ filter: /.*/, namespace: "raw-text" }, async ({ path }) => ({
      contents: await readFile(path, "utf8"),
      loader: "text",
    }));
  },
};

export default { ...applicationBuild({ cli: "src/cli.ts" }), esbuildPlugins: [rawText] };
