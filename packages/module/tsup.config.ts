import { packageBuild } from "@rushlight/presets/tsup";

export default packageBuild({ index: "src/index.ts", testing: "src/testing/index.ts" });
