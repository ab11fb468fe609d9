import { packageBuild } from "@rushlight/presets/tsup";

export default packageBuild({ index: "src/index.ts", node: "src/node/index.ts" });
