import { packageBuild } from "@rushlight/presets/tsup";

export default packageBuild({ index: "src/index.ts", parts: "src/parts.ts" });
