import { packageBuild } from "@rushlight/presets/tsup";

export default packageBuild({ index: "src/index.ts", bench: "src/bench/index.ts", threads: "src/threads/index.ts" });
